package io.chasqui.systemtest.foreign;

import static jakarta.json.Json.createObjectBuilder;

import com.cloudhopper.commons.util.HexUtil;
import com.cloudhopper.smpp.PduAsyncResponse;
import com.cloudhopper.smpp.SmppBindType;
import com.cloudhopper.smpp.SmppConstants;
import com.cloudhopper.smpp.SmppServerConfiguration;
import com.cloudhopper.smpp.SmppServerHandler;
import com.cloudhopper.smpp.SmppServerSession;
import com.cloudhopper.smpp.SmppSession;
import com.cloudhopper.smpp.SmppSessionConfiguration;
import com.cloudhopper.smpp.impl.DefaultSmppClient;
import com.cloudhopper.smpp.impl.DefaultSmppServer;
import com.cloudhopper.smpp.impl.DefaultSmppSessionHandler;
import com.cloudhopper.smpp.pdu.BaseBind;
import com.cloudhopper.smpp.pdu.BaseBindResp;
import com.cloudhopper.smpp.pdu.BaseSm;
import com.cloudhopper.smpp.pdu.DeliverSm;
import com.cloudhopper.smpp.pdu.PduRequest;
import com.cloudhopper.smpp.pdu.PduResponse;
import com.cloudhopper.smpp.pdu.SubmitSm;
import com.cloudhopper.smpp.pdu.SubmitSmResp;
import com.cloudhopper.smpp.pdu.Unbind;
import com.cloudhopper.smpp.tlv.Tlv;
import com.cloudhopper.smpp.tlv.TlvConvertException;
import com.cloudhopper.smpp.type.Address;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** Cloudhopper as SMSC or ESME, in the language src/test/peers/README.md tells. */
public final class CloudhopperPeer {
  private static final long PATIENCE = 10_000;
  private static final int RECEIPT = 0x04;
  private static final ExecutorService LATER = Executors.newCachedThreadPool();

  private CloudhopperPeer() {}

  public static void main(String[] role) throws Exception {
    Act act = role[0].equals("smsc") ? new Smsc() : new Esme();
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(System.in))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        try (JsonReader json = Json.createReader(new StringReader(line))) {
          act.on(json.readObject());
        }
      }
    }
    System.exit(0);
  }

  private interface Act {
    void on(JsonObject command) throws Exception;
  }

  private static synchronized void tell(JsonObjectBuilder event) {
    System.out.println(event.build());
  }

  private static JsonObjectBuilder event(String name) {
    return createObjectBuilder().add("event", name);
  }

  private static JsonObjectBuilder described(String name, BaseSm<?> pdu) {
    JsonObjectBuilder told =
        event(name)
            .add("source", pdu.getSourceAddress().getAddress())
            .add("destination", pdu.getDestAddress().getAddress())
            .add("destination_ton", pdu.getDestAddress().getTon())
            .add("payload", pdu.hasOptionalParameter(SmppConstants.TAG_MESSAGE_PAYLOAD))
            .add("coding", pdu.getDataCoding() & 0xFF)
            .add("esm_class", pdu.getEsmClass() & 0xFF)
            .add("registered", pdu.getRegisteredDelivery() & 0xFF)
            .add("octets", HexUtil.toHexString(content(pdu)).toLowerCase());
    try {
      Tlv id = pdu.getOptionalParameter(SmppConstants.TAG_RECEIPTED_MSG_ID);
      Tlv state = pdu.getOptionalParameter(SmppConstants.TAG_MSG_STATE);
      if (id != null) {
        told.add("receipted_message_id", id.getValueAsString());
      }
      if (state != null) {
        told.add("message_state", state.getValueAsByte());
      }
      if (pdu.hasOptionalParameter(SmppConstants.TAG_SAR_TOTAL_SEGMENTS)) {
        told.add("sar_reference", unsigned(pdu, SmppConstants.TAG_SAR_MSG_REF_NUM))
            .add("sar_total", unsigned(pdu, SmppConstants.TAG_SAR_TOTAL_SEGMENTS))
            .add("sar_sequence", unsigned(pdu, SmppConstants.TAG_SAR_SEGMENT_SEQNUM));
      }
    } catch (TlvConvertException e) {
      told.add("malformed", e.getMessage());
    }
    return told;
  }

  private static int unsigned(BaseSm<?> pdu, short tag) {
    return new BigInteger(1, pdu.getOptionalParameter(tag).getValue()).intValue();
  }

  private static byte[] content(BaseSm<?> pdu) {
    byte[] text = pdu.getShortMessage();
    Tlv payload = pdu.getOptionalParameter(SmppConstants.TAG_MESSAGE_PAYLOAD);
    return (text == null || text.length == 0) && payload != null
        ? payload.getValue()
        : text == null ? new byte[0] : text;
  }

  private static <P extends BaseSm<?>> P filled(P pdu, JsonObject command) throws Exception {
    byte[] octets = HexUtil.toByteArray(command.getString("octets"));
    pdu.setSourceAddress(address(command, "source"));
    pdu.setDestAddress(address(command, "destination"));
    if (command.containsKey("sar_total")) {
      int reference = command.getInt("sar_reference");
      byte[] two = {(byte) (reference >> 8), (byte) reference};
      pdu.addOptionalParameter(new Tlv(SmppConstants.TAG_SAR_MSG_REF_NUM, two));
      pdu.addOptionalParameter(
          new Tlv(SmppConstants.TAG_SAR_TOTAL_SEGMENTS, octet(command, "sar_total")));
      pdu.addOptionalParameter(
          new Tlv(SmppConstants.TAG_SAR_SEGMENT_SEQNUM, octet(command, "sar_sequence")));
    }
    pdu.setDataCoding((byte) command.getInt("coding"));
    pdu.setEsmClass((byte) command.getInt("esm_class"));
    pdu.setRegisteredDelivery((byte) command.getInt("registered"));
    if (command.getBoolean("payload")) {
      pdu.addOptionalParameter(new Tlv(SmppConstants.TAG_MESSAGE_PAYLOAD, octets));
    } else {
      pdu.setShortMessage(octets);
    }
    return pdu;
  }

  private static Address address(JsonObject command, String name) {
    int ton = command.getInt(name + "_ton", 1);
    return new Address((byte) ton, (byte) 1, command.getString(name));
  }

  private static byte[] octet(JsonObject command, String name) {
    return new byte[] {(byte) command.getInt(name)};
  }

  private static DeliverSm receipt(SubmitSm submit, String id) throws Exception {
    DeliverSm receipt = new DeliverSm();
    receipt.setSourceAddress(submit.getDestAddress());
    receipt.setDestAddress(submit.getSourceAddress());
    receipt.setEsmClass((byte) RECEIPT);
    receipt.setShortMessage(
        ("id:%s sub:001 dlvrd:001 submit date:2611221200 done date:2611221201 stat:DELIVRD err:000"
                + " text:")
            .formatted(id)
            .getBytes(StandardCharsets.US_ASCII));
    return receipt;
  }

  private static final class Smsc implements Act, SmppServerHandler {
    private final AtomicLong ids = new AtomicLong(9000);
    private volatile SmppServerSession bound;

    Smsc() throws Exception {
      SmppServerConfiguration settings = new SmppServerConfiguration();
      settings.setHost("127.0.0.1");
      settings.setPort(0);
      DefaultSmppServer server = new DefaultSmppServer(settings, this, LATER);
      server.start();
      tell(event("listening").add("port", portOf(server)));
    }

    /** The library does not tell the port it was given. */
    private static int portOf(DefaultSmppServer server) throws ReflectiveOperationException {
      var field = DefaultSmppServer.class.getDeclaredField("serverChannel");
      field.setAccessible(true);
      var channel = (org.jboss.netty.channel.Channel) field.get(server);
      return ((java.net.InetSocketAddress) channel.getLocalAddress()).getPort();
    }

    @Override
    public void on(JsonObject command) throws Exception {
      var answer = bound.sendRequestPdu(filled(new DeliverSm(), command), PATIENCE, true);
      answer.await();
      tell(event("answer").add("status", answer.getResponse().getCommandStatus()));
    }

    @Override
    public void sessionBindRequested(Long id, SmppSessionConfiguration session, BaseBind bind) {
      tell(
          event("bind")
              .add("command", bind.getName())
              .add("system_id", bind.getSystemId())
              .add("password", bind.getPassword()));
    }

    @Override
    public void sessionCreated(Long id, SmppServerSession session, BaseBindResp answer) {
      bound = session;
      session.serverReady(
          new DefaultSmppSessionHandler() {
            @Override
            public PduResponse firePduRequestReceived(PduRequest request) {
              return answer(request, session);
            }
          });
    }

    @SuppressWarnings("rawtypes")
    private PduResponse answer(PduRequest request, SmppServerSession session) {
      PduResponse response = request.createResponse();
      if (request instanceof SubmitSm submit) {
        String id = Long.toString(ids.incrementAndGet());
        ((SubmitSmResp) response).setMessageId(id);
        tell(described("submit", submit).add("id", id));
        if ((submit.getRegisteredDelivery() & 1) != 0) {
          LATER.execute(() -> send(session, submit, id));
        }
      } else if (request instanceof Unbind) {
        tell(event("unbind"));
      }
      return response;
    }

    private static void send(SmppServerSession session, SubmitSm submit, String id) {
      try {
        session.sendRequestPdu(receipt(submit, id), PATIENCE, false);
      } catch (Exception e) {
        tell(event("error").add("message", e.toString()));
      }
    }

    @Override
    public void sessionDestroyed(Long id, SmppServerSession session) {
      session.destroy();
    }
  }

  private static final class Esme extends DefaultSmppSessionHandler implements Act {
    private SmppSession session;

    @Override
    public void on(JsonObject command) throws Exception {
      switch (command.getString("do")) {
        case "bind" -> bind(command);
        case "submit" -> session.sendRequestPdu(filled(new SubmitSm(), command), PATIENCE, false);
        case "unbind" -> {
          session.unbind(PATIENCE);
          tell(event("unbound").add("status", 0));
        }
        default -> throw new IOException(command.toString());
      }
    }

    private void bind(JsonObject command) throws Exception {
      SmppSessionConfiguration settings = new SmppSessionConfiguration();
      settings.setType(SmppBindType.valueOf(command.getString("type").toUpperCase()));
      settings.setHost("127.0.0.1");
      settings.setPort(command.getInt("port"));
      settings.setSystemId(command.getString("system_id"));
      settings.setPassword(command.getString("password"));
      settings.setWindowSize(100);
      session = new DefaultSmppClient(LATER, 1).bind(settings, this);
      tell(event("bound").add("status", 0));
    }

    @Override
    @SuppressWarnings("rawtypes")
    public void fireExpectedPduResponseReceived(PduAsyncResponse answer) {
      if (answer.getResponse() instanceof SubmitSmResp submitted) {
        tell(
            event("submitted")
                .add("status", submitted.getCommandStatus())
                .add("id", String.valueOf(submitted.getMessageId())));
      }
    }

    @Override
    @SuppressWarnings("rawtypes")
    public PduResponse firePduRequestReceived(PduRequest request) {
      if (request instanceof DeliverSm delivery) {
        tell(described("delivery", delivery));
      }
      return request.createResponse();
    }
  }
}
