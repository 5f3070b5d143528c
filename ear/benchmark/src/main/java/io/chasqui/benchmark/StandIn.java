package io.chasqui.benchmark;

import io.chasqui.smpp.wire.CommandId;
import io.chasqui.smpp.wire.CommandStatus;
import io.chasqui.smpp.wire.Pdu;
import io.chasqui.smpp.wire.ServerSettings;
import io.chasqui.smpp.wire.Wire;
import io.chasqui.smpp.wire.WireLimits;
import io.chasqui.smpp.wire.WireListener;
import io.chasqui.smpp.wire.WireServer;
import io.chasqui.smpp.wire.WireSession;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jsmpp.PDUStringException;
import org.jsmpp.util.DefaultComposer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * An SMSC in a process of its own: accepts every submit, at once or later, and no more than that.
 */
@Command(name = "stand-in", hidden = true, description = "The SMSC of the link benchmark.")
final class StandIn implements Callable<Integer>, WireListener {
  private static final DefaultComposer COMPOSER = new DefaultComposer();
  private static final byte[] RECEIPT =
      "id:%s sub:001 dlvrd:001 submit date:2611221200 done date:2611221200 stat:DELIVRD err:000 text:"
          .formatted("4711")
          .getBytes(StandardCharsets.ISO_8859_1);

  @Option(names = "--delay", description = "milliseconds before an answer", defaultValue = "0")
  private long delay;

  @Option(names = "--receipts", description = "a delivery receipt follows each answer")
  private boolean receipts;

  private final DelayedAnswers later = new DelayedAnswers();
  private long names;

  /** Serves until its standard input ends, which is when the benchmark does. */
  @Override
  public Integer call() throws IOException {
    Wire wire = new Wire(1, Executors.newCachedThreadPool(), System::nanoTime, WireLimits.STANDARD);
    later.start();
    WireServer server =
        wire.listen(ServerSettings.at(new InetSocketAddress("127.0.0.1", 0)), session -> this);
    System.out.println(server.address().getPort());
    while (System.in.read() >= 0) {
      // Nothing is said on it.
    }
    later.stop();
    wire.stop(Duration.ofSeconds(1));
    return 0;
  }

  @Override
  public void onPdu(WireSession session, Pdu pdu) {
    CommandId command = pdu.command().orElseThrow();
    if (command.isBind()) {
      session.bound();
      session.write(named(command, pdu.sequence(), "smsc"));
    } else if (command == CommandId.SUBMIT_SM) {
      answer(session, pdu.sequence());
    }
  }

  private void answer(WireSession session, int sequence) {
    Pdu answer = named(CommandId.SUBMIT_SM, sequence, Long.toString(++names));
    if (delay == 0) {
      write(session, answer);
    } else {
      later.add(Duration.ofMillis(delay), () -> write(session, answer));
    }
  }

  private void write(WireSession session, Pdu answer) {
    session.write(answer);
    if (receipts) {
      session.write(receipt(session.nextSequence()));
    }
  }

  private static Pdu named(CommandId request, int sequence, String name) {
    byte[] body = (name + '\0').getBytes(StandardCharsets.ISO_8859_1);
    byte[] octets = new byte[Pdu.HEADER + body.length];
    byte[] header = Pdu.of(request.response(), CommandStatus.OK, sequence).octets();
    System.arraycopy(header, 0, octets, 0, Pdu.HEADER);
    System.arraycopy(body, 0, octets, Pdu.HEADER, body.length);
    octets[3] = (byte) octets.length;
    return new Pdu(octets);
  }

  private static Pdu receipt(int sequence) {
    byte none = 0;
    byte one = 1;
    try {
      return new Pdu(
          COMPOSER.deliverSm(
              sequence,
              "",
              one,
              one,
              "5511999990000",
              one,
              one,
              "12345",
              (byte) 4,
              none,
              none,
              none,
              none,
              RECEIPT));
    } catch (PDUStringException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void onClosed(WireSession session, String reason) {
    // The next contender connects anew.
  }
}
