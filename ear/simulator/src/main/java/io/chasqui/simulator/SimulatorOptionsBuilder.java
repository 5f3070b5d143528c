package io.chasqui.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/**
 * Builds {@link SimulatorOptions}. Each option has one place: its name on the command line, its
 * unit, its meaning and its default stand here.
 */
public final class SimulatorOptionsBuilder {

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description = "Address to listen on. Default: ${DEFAULT-VALUE}")
  private String host = "127.0.0.1";

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "SMPP port; 0 takes a free one and says which. Default: ${DEFAULT-VALUE}")
  private int port = 2776;

  @Option(
      names = "--system-id",
      paramLabel = "ID",
      description = "The one system_id that may bind. Default: any")
  private String systemId;

  @Option(
      names = "--password",
      paramLabel = "PASSWORD",
      description = "The password it needs. Default: any")
  private String password;

  @Option(
      names = "--delay",
      paramLabel = "DELAY",
      description = "From submit_sm to submit_sm_resp. Default: ${DEFAULT-VALUE}")
  private Delay answerDelay = Delay.NONE;

  @Option(
      names = "--error-rate",
      paramLabel = "SHARE",
      description = "Share of submits refused, 0 to 1. Default: ${DEFAULT-VALUE}")
  private double errorRate;

  @Option(
      names = "--error-status",
      paramLabel = "STATUS",
      split = ",",
      converter = StatusConverter.class,
      description = "command_status of refusals, one drawn from the list each time. Default: 0x58")
  private List<Integer> errorStatuses = List.of(CommandStatus.THROTTLED);

  @Option(
      names = "--never-answer-rate",
      paramLabel = "SHARE",
      description =
          "Share of submits taken but never answered, 0 to 1; their receipts come. Default:"
              + " ${DEFAULT-VALUE}")
  private double neverAnswerRate;

  @Option(
      names = "--id-style",
      paramLabel = "STYLE",
      description =
          "Message id in submit_sm_resp: decimal, hex, upper-hex, uuid, zero-padded. Default:"
              + " ${DEFAULT-VALUE}")
  private IdStyle idStyle = IdStyle.DECIMAL;

  @Option(
      names = "--receipts",
      paramLabel = "on|off",
      description = "Send receipts when registered_delivery asks. Default: ${DEFAULT-VALUE}")
  private Toggle receipts = Toggle.ON;

  @Option(
      names = "--receipt-delay",
      paramLabel = "DELAY",
      description =
          "From submit_sm_resp to the receipt, or from submit_sm with --receipt-first. Default:"
              + " ${DEFAULT-VALUE}")
  private Delay receiptDelay = Delay.between(100, 500);

  @Option(
      names = "--receipt-first",
      description = "Send the receipt before the submit_sm_resp; --delay then follows it.")
  private boolean receiptFirst;

  @Option(
      names = "--receipt-form",
      paramLabel = "FORM",
      description = "Receipt in text, tlv or both. Default: ${DEFAULT-VALUE}")
  private ReceiptForm receiptForm = ReceiptForm.BOTH;

  @Option(
      names = "--receipt-id-style",
      paramLabel = "STYLE",
      description = "Message id in the receipt. Default: as --id-style")
  private IdStyle receiptIdStyle;

  @Option(
      names = "--delivered-word",
      paramLabel = "WORD",
      description =
          "stat: of delivered messages, for a carrier with words of its own. Default:"
              + " ${DEFAULT-VALUE}")
  private String deliveredWord = ReceiptState.DELIVRD.name();

  @Option(
      names = "--undelivered-rate",
      paramLabel = "SHARE",
      description = "Share of receipts that are not DELIVRD, 0 to 1. Default: ${DEFAULT-VALUE}")
  private double undeliveredRate;

  @Option(
      names = "--undelivered-state",
      paramLabel = "STATE",
      description = "What those say: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}")
  private ReceiptState undeliveredState = ReceiptState.UNDELIV;

  @Option(
      names = "--undelivered-error",
      paramLabel = "CODE",
      description = "Their err:, three characters. Default: ${DEFAULT-VALUE}")
  private String undeliveredError = "011";

  @Option(
      names = "--receipt-window",
      paramLabel = "N",
      description = "Unanswered receipts at most for each system_id. Default: ${DEFAULT-VALUE}")
  private int receiptWindow = 100;

  @Option(
      names = "--receipt-timeout",
      paramLabel = "SECONDS",
      description =
          "Without deliver_sm_resp until a receipt is sent again. Default: ${DEFAULT-VALUE}")
  private int receiptTimeoutSeconds = 10;

  @Option(
      names = "--receipt-retry",
      paramLabel = "DELAY",
      description = "From a failed receipt to its next attempt. Default: ${DEFAULT-VALUE}")
  private Delay receiptRetry = Delay.ofMillis(1_000);

  @Option(
      names = "--receipt-attempts",
      paramLabel = "N",
      description = "Failed attempts until a receipt is given up. Default: ${DEFAULT-VALUE}")
  private int receiptAttempts = 100;

  @Option(
      names = "--mo-every",
      paramLabel = "DELAY",
      description = "Send an incoming message again and again, such as 5s. Default: none is sent")
  private Delay moEvery;

  @Option(
      names = "--mo-from",
      paramLabel = "ADDRESS",
      description = "Its source. Default: ${DEFAULT-VALUE}")
  private String moFrom = "+5511988887777";

  @Option(
      names = "--mo-to",
      paramLabel = "ADDRESS",
      description = "Its destination. Default: ${DEFAULT-VALUE}")
  private String moTo = "+5511999990000";

  @Option(
      names = "--mo-text",
      paramLabel = "TEXT",
      description = "Its text, any length. Default: ${DEFAULT-VALUE}")
  private String moText = "Hello from the simulator";

  @Option(
      names = "--mo-coding",
      paramLabel = "CODING",
      description = "Its alphabet: auto, gsm or ucs2. Default: ${DEFAULT-VALUE}")
  private Coding moCoding = Coding.AUTO;

  @Option(
      names = "--keep",
      paramLabel = "N",
      description = "Newest submits and receipts the log keeps, each. Default: ${DEFAULT-VALUE}")
  private int logLimit = 100_000;

  SimulatorOptionsBuilder() {}

  public SimulatorOptionsBuilder host(String address) {
    host = address;
    return this;
  }

  public SimulatorOptionsBuilder port(int number) {
    port = number;
    return this;
  }

  /** Null for any. */
  public SimulatorOptionsBuilder systemId(String id) {
    systemId = id;
    return this;
  }

  /** Null for any. */
  public SimulatorOptionsBuilder password(String word) {
    password = word;
    return this;
  }

  public SimulatorOptionsBuilder answerDelay(Delay delay) {
    answerDelay = delay;
    return this;
  }

  public SimulatorOptionsBuilder errors(double rate, Integer... statuses) {
    errorRate = rate;
    errorStatuses = List.of(statuses);
    return this;
  }

  public SimulatorOptionsBuilder neverAnswerRate(double rate) {
    neverAnswerRate = rate;
    return this;
  }

  /** In submit_sm_resp, and in receipts unless {@link #receiptIdStyle} says otherwise. */
  public SimulatorOptionsBuilder idStyle(IdStyle style) {
    idStyle = style;
    return this;
  }

  public SimulatorOptionsBuilder receipts(boolean on) {
    receipts = on ? Toggle.ON : Toggle.OFF;
    return this;
  }

  public SimulatorOptionsBuilder receiptDelay(Delay delay) {
    receiptDelay = delay;
    return this;
  }

  public SimulatorOptionsBuilder receiptFirst(boolean first) {
    receiptFirst = first;
    return this;
  }

  public SimulatorOptionsBuilder receiptForm(ReceiptForm form) {
    receiptForm = form;
    return this;
  }

  public SimulatorOptionsBuilder receiptIdStyle(IdStyle style) {
    receiptIdStyle = style;
    return this;
  }

  public SimulatorOptionsBuilder deliveredWord(String word) {
    deliveredWord = word;
    return this;
  }

  public SimulatorOptionsBuilder undelivered(double rate, ReceiptState state, String error) {
    undeliveredRate = rate;
    undeliveredState = state;
    undeliveredError = error;
    return this;
  }

  public SimulatorOptionsBuilder receiptWindow(int receipts) {
    receiptWindow = receipts;
    return this;
  }

  /** Also the time an injected message waits for its answer. */
  public SimulatorOptionsBuilder receiptTimeoutSeconds(int seconds) {
    receiptTimeoutSeconds = seconds;
    return this;
  }

  public SimulatorOptionsBuilder receiptRetry(Delay delay) {
    receiptRetry = delay;
    return this;
  }

  public SimulatorOptionsBuilder receiptAttempts(int attempts) {
    receiptAttempts = attempts;
    return this;
  }

  public SimulatorOptionsBuilder mo(Delay every, String from, String to, String text) {
    moEvery = every;
    moFrom = from;
    moTo = to;
    moText = text;
    return this;
  }

  public SimulatorOptionsBuilder logLimit(int entries) {
    logLimit = entries;
    return this;
  }

  /**
   * @throws IllegalArgumentException naming the value that is out of its range
   */
  public SimulatorOptions build() {
    return new SimulatorOptions(
        host,
        port,
        new Credentials(systemId, password),
        answers(),
        receiptPolicy(),
        mo(),
        logLimit);
  }

  private AnswerPolicy answers() {
    return new AnswerPolicy(answerDelay, errorRate, errorStatuses, neverAnswerRate, idStyle);
  }

  private ReceiptPolicy receiptPolicy() {
    return new ReceiptPolicy(
        receipts == Toggle.ON,
        receiptDelay,
        receiptFirst,
        receiptForm,
        receiptIdStyle == null ? idStyle : receiptIdStyle,
        deliveredWord,
        undeliveredRate,
        undeliveredState,
        undeliveredError,
        receiptWindow,
        receiptRetry,
        Duration.ofSeconds(receiptTimeoutSeconds),
        receiptAttempts);
  }

  private Optional<MoSchedule> mo() {
    return Optional.ofNullable(moEvery)
        .map(e -> new MoSchedule(e, MobileOriginated.of(moFrom, moTo, moText).in(moCoding)));
  }

  static final class StatusConverter implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      try {
        return Integer.decode(text.strip());
      } catch (NumberFormatException e) {
        throw new TypeConversionException("'" + text + "' is no command_status such as 0x58");
      }
    }
  }
}
