package io.chasqui.app.esme;

import io.chasqui.domain.encoding.DataCodingScheme;
import io.chasqui.domain.encoding.TextTooLongException;
import io.chasqui.domain.encoding.UserData;
import io.chasqui.domain.esme.GsmCoding;
import io.chasqui.domain.outgoing.Content;
import java.util.Optional;

/** What the octets of an ESME are. */
final class SubmittedContent {
  private SubmittedContent() {}

  /**
   * Empty when they are too long for their coding.
   *
   * @param zero what the account means by data_coding 0
   */
  static Optional<Content> of(DataCodingScheme coding, UserData data, GsmCoding zero) {
    try {
      return Optional.of(content(coding, data, zero)).filter(each -> each.segmentCount() > 0);
    } catch (TextTooLongException e) {
      return Optional.empty();
    }
  }

  /** As it came; but what data_coding 0 does not mean to carriers is said in other octets. */
  private static Content content(DataCodingScheme coding, UserData data, GsmCoding zero) {
    String text = zero.read(coding, data);
    boolean isForeign = coding.equals(DataCodingScheme.DEFAULT) && zero != GsmCoding.GSM7;
    if (isForeign && !data.udhi()) {
      return new Content.Text(text);
    }
    DataCodingScheme said = isForeign ? zero.meaning(coding) : coding;
    return new Content.Octets(said, data, text).checked();
  }
}
