package io.chasqui.domain.encoding;

/** The alphabets our texts leave in (3GPP TS 23.038, 6). */
public enum Alphabet {
  /** 160 septets alone, 153 beside a concatenation header; one octet each on SMPP's wire. */
  GSM7("gsm7", DataCodingScheme.DEFAULT),
  /** 70 UTF-16 code units alone, 67 beside a concatenation header; two octets each. */
  UCS2("ucs2", DataCodingScheme.UCS2);

  private final String apiName;
  private final DataCodingScheme coding;

  Alphabet(String apiName, DataCodingScheme coding) {
    this.apiName = apiName;
    this.coding = coding;
  }

  /** As the API writes it: {@code gsm7} or {@code ucs2}. */
  public String apiName() {
    return apiName;
  }

  /** The data_coding it is sent with. */
  public DataCodingScheme coding() {
    return coding;
  }
}
