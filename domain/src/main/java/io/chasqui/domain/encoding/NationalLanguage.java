package io.chasqui.domain.encoding;

import java.util.Arrays;
import java.util.Optional;

/** Languages with shift tables of their own (3GPP TS 23.038, 6.2.1.2.4 and annex A). */
public enum NationalLanguage {
  TURKISH(
      1,
      "47Ğ 49İ 53Ş 63ç 67ğ 69ı 73ş",
      "@£$¥€éùıòÇ\nĞğ\rÅå"
          + "Δ_ΦΓΛΩΠΨΣΘΞ\uFFFFŞşßÉ"
          + " !\"#¤%&'()*+,-./"
          + "0123456789:;<=>?"
          + "İABCDEFGHIJKLMNO"
          + "PQRSTUVWXYZÄÖÑÜ§"
          + "çabcdefghijklmno"
          + "pqrstuvwxyzäöñüà"),
  /** Has no locking shift table. */
  SPANISH(2, "09ç 41Á 49Í 4FÓ 55Ú 61á 69í 6Fó 75ú", ""),
  PORTUGUESE(
      3,
      "05ê 09ç 0BÔ 0Cô 0EÁ 0Fá 12Φ 13Γ 15Ω 16Π 17Ψ 18Σ 19Θ 1FÊ 41À 49Í 4FÓ 55Ú 5BÃ 5CÕ 61Â 69í"
          + " 6Fó 75ú 7Bã 7Cõ 7Fâ",
      "@£$¥êéúíóç\nÔô\rÁá"
          + "Δ_ªÇÀ∞^\\€Ó|\uFFFFÂâÊÉ"
          + " !\"#º%&'()*+,-./"
          + "0123456789:;<=>?"
          + "ÍABCDEFGHIJKLMNO"
          + "PQRSTUVWXYZÃÕÚÜ§"
          + "~abcdefghijklmno"
          + "pqrstuvwxyzãõ`üà");

  private final int identifier;
  private final String singleShift;
  private final String lockingShift;

  NationalLanguage(int identifier, String singleShift, String lockingShift) {
    this.identifier = identifier;
    this.singleShift = singleShift;
    this.lockingShift = lockingShift;
  }

  /** As the header's elements name it, 1-3. */
  public int identifier() {
    return identifier;
  }

  public boolean hasLockingShift() {
    return !lockingShift.isEmpty();
  }

  /** Empty for a language not known here; its texts are read with the default tables. */
  public static Optional<NationalLanguage> ofIdentifier(int identifier) {
    return Arrays.stream(values()).filter(each -> each.identifier == identifier).findFirst();
  }

  /** What the extension table has beside its own, as septet in hexadecimal and character. */
  String singleShift() {
    return singleShift;
  }

  /** Index = septet; to stand in for the default table. */
  String lockingShift() {
    return lockingShift;
  }
}
