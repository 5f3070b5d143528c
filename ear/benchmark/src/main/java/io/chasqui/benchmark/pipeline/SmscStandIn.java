package io.chasqui.benchmark.pipeline;

import io.chasqui.benchmark.DelayedAnswers;
import io.chasqui.benchmark.EsmePdus.Envelope;
import io.chasqui.benchmark.SmscPdus;
import io.chasqui.smpp.wire.CommandId;
import io.chasqui.smpp.wire.Pdu;
import io.chasqui.smpp.wire.ServerSettings;
import io.chasqui.smpp.wire.Wire;
import io.chasqui.smpp.wire.WireLimits;
import io.chasqui.smpp.wire.WireListener;
import io.chasqui.smpp.wire.WireServer;
import io.chasqui.smpp.wire.WireSession;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The carrier: accepts every submit, follows it with a receipt when one is wished for, and sends
 * messages of its own when told to. It counts what comes by the messages' stamps.
 */
@Command(name = "pipeline-smsc", hidden = true, description = "The SMSC of bench pipeline.")
public final class SmscStandIn implements Callable<Integer>, WireListener {
  @Option(names = "--delay", description = "milliseconds before an answer", defaultValue = "0")
  private long delay;

  private final Tally submits = new Tally();
  private final IncomingTraffic incoming = new IncomingTraffic();
  private final DelayedAnswers later = new DelayedAnswers();

  /** Long enough that no id is another one in hexadecimal. */
  private long names = 1_000_000_000;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Wire wire = new Wire(1, Executors.newCachedThreadPool(), System::nanoTime, WireLimits.STANDARD);
    later.start();
    WireServer server =
        wire.listen(ServerSettings.at(new InetSocketAddress("127.0.0.1", 0)), session -> this);
    Conversation.hold(server.address().getPort(), this::reply);
    later.stop();
    wire.stop(Duration.ofSeconds(1));
    return 0;
  }

  private String reply(String... words) throws InterruptedException {
    return switch (words[0]) {
      case "begin" -> {
        submits.begin(Integer.parseInt(words[1]));
        yield "ok";
      }
      case "count" -> submits.count().line();
      case "times" -> submits.times().line();
      case "send" -> incoming.run(submits.run(), words[1], Pace.of(words[2])).line();
      default -> throw new IllegalArgumentException(words[0]);
    };
  }

  @Override
  public void onPdu(WireSession session, Pdu pdu) {
    CommandId command = pdu.command().orElseThrow();
    switch (command) {
      case BIND_RECEIVER, BIND_TRANSMITTER, BIND_TRANSCEIVER -> bind(session, command, pdu);
      case SUBMIT_SM -> take(session, pdu);
      case DELIVER_SM_RESP -> incoming.answered(pdu.sequence(), pdu.status());
      default -> session.close("this SMSC knows no " + command);
    }
  }

  private void bind(WireSession session, CommandId command, Pdu pdu) {
    session.bound();
    session.write(new Pdu(SmscPdus.answer(command.code(), pdu.sequence(), "smsc")));
    incoming.over(session);
  }

  private void take(WireSession session, Pdu pdu) {
    SubmitReading submit = new SubmitReading(pdu.octets());
    submit.stamp().ifPresent(submits::add);
    String name = Long.toString(++names);
    if (delay == 0) {
      accept(session, pdu.sequence(), submit, name);
    } else {
      later.add(Duration.ofMillis(delay), () -> accept(session, pdu.sequence(), submit, name));
    }
  }

  private static void accept(WireSession session, int sequence, SubmitReading submit, String name) {
    session.write(new Pdu(SmscPdus.answer(CommandId.SUBMIT_SM.code(), sequence, name)));
    if (submit.wantsReceipt()) {
      Envelope back = new Envelope(submit.destination(), submit.source());
      session.write(new Pdu(SmscPdus.receipt(session.nextSequence(), back, name)));
    }
  }

  @Override
  public void onClosed(WireSession session, String reason) {
    incoming.lost(session);
  }
}
