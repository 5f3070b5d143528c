package io.chasqui.domain.encoding;

/** The alphabets messages leave in, with their room in one short message (3GPP TS 23.038, 6). */
public enum Alphabet {
  /** 160 septets alone, 153 beside a concatenation header; one octet each on SMPP's wire. */
  GSM7("gsm7", DataCodingScheme.DEFAULT, 160, 153),
  /** 70 UTF-16 code units alone, 67 beside a concatenation header; two octets each. */
  UCS2("ucs2", DataCodingScheme.UCS2, 140, 134);

  private final String apiName;
  private final DataCodingScheme coding;
  private final int singleOctets;
  private final int partOctets;

  Alphabet(String apiName, DataCodingScheme coding, int singleOctets, int partOctets) {
    this.apiName = apiName;
    this.coding = coding;
    this.singleOctets = singleOctets;
    this.partOctets = partOctets;
  }

  /** As the API writes it: {@code gsm7} or {@code ucs2}. */
  public String apiName() {
    return apiName;
  }

  /** The data_coding it is sent with. */
  public DataCodingScheme coding() {
    return coding;
  }

  int singleOctets() {
    return singleOctets;
  }

  int partOctets() {
    return partOctets;
  }
}
