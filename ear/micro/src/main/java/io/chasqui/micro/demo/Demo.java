package io.chasqui.micro.demo;

import io.chasqui.simulator.MobileOriginated;
import io.chasqui.simulator.Simulator;
import io.chasqui.simulator.SimulatorOptions;
import io.chasqui.simulator.SimulatorOptionsBuilder;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The gateway at work with the bundled SMSC simulator, each step printed with its time. */
public final class Demo implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(25);
  private static final String HANDSET = "+5511988887777";
  private static final Set<String> ENDS =
      Set.of("delivered", "undelivered", "expired", "rejected", "failed", "unknown");

  private final String gateway;
  private final Consumer<String> out;
  private final Deadline deadline;
  private final CountDownLatch stop;
  private final Simulator simulator;
  private final WebhookReceiver receiver;
  private final SampleData samples;
  private final GatewayApi admin;
  private long since;

  /**
   * @param gateway its base URL, ready
   * @param adminPassword the file that holds the password
   * @param stop ends the demonstration early
   */
  public Demo(
      String gateway,
      Path adminPassword,
      Consumer<String> out,
      Duration patience,
      CountDownLatch stop)
      throws IOException {
    this.gateway = gateway;
    this.out = out;
    this.deadline = Deadline.in(patience);
    this.stop = stop;
    this.admin = GatewayApi.asAdministrator(gateway, password(adminPassword));
    this.samples = new SampleData(admin);
    this.simulator = Simulator.start(smsc());
    this.receiver = WebhookReceiver.start();
  }

  private static SimulatorOptions smsc() {
    SimulatorOptionsBuilder options = SimulatorOptions.builder();
    return options.systemId(SampleData.SYSTEM_ID).password(SampleData.PASSWORD).build();
  }

  private static String password(Path file) throws IOException {
    String set = System.getProperty("chasqui.admin.password");
    return set == null ? Files.readString(file).strip() : set;
  }

  /**
   * Sends a message and has one come in.
   *
   * @return the client's API key
   * @throws DemoFailure telling the step that did not come about
   */
  public String play() throws InterruptedException {
    begin();
    String client = samples.client();
    String key = samples.apiKey(client);
    samples.number(client);
    samples.webhook(client, receiver);
    samples.connector(simulator.port());
    samples.defaultRoute();
    step("client Demo, its key, number, webhook, connector and route are in place");
    awaitBound();
    GatewayApi api = admin.asClient(key);
    outgoing(api);
    incoming(api);
    return key;
  }

  private void awaitBound() throws InterruptedException {
    begin();
    String state = samples.connectorState();
    while (!state.equals("bound")) {
      pause("connector " + SampleData.CONNECTOR + " did not bind, it is " + state);
      state = samples.connectorState();
    }
    step("connector " + SampleData.CONNECTOR + " bound to the simulator, port " + simulator.port());
  }

  private void outgoing(GatewayApi api) throws InterruptedException {
    begin();
    JsonObject message =
        Json.createObjectBuilder()
            .add("from", SampleData.NUMBER)
            .add("to", HANDSET)
            .add("text", "Hello from Chasqui")
            .build();
    JsonObject accepted = api.post("/messages", message).expect(202).json();
    String id = accepted.getString("id");
    step("202 " + accepted.getString("status") + ": " + id);
    follow(api, id);
    Push push =
        receiver.await("message.delivered", p -> p.tells("message.delivered", "id", id), deadline);
    step(signed(push));
  }

  /** Prints each event once, until the status is a last one. */
  private void follow(GatewayApi api, String id) throws InterruptedException {
    int printed = 0;
    String status = "";
    while (!ENDS.contains(status)) {
      JsonObject message = api.get("/messages/" + id).expect(200, 404).json();
      status = message.getString("status", "");
      var events = message.getJsonArray("events");
      for (; events != null && printed < events.size(); printed++) {
        String event = events.getJsonObject(printed).getString("status");
        if (!event.equals("accepted")) {
          step(event);
        }
      }
      if (!ENDS.contains(status)) {
        pause("message " + id + " is not delivered, it is '" + status + "'");
      }
    }
    if (!status.equals("delivered")) {
      throw new DemoFailure("message " + id + " ended " + status);
    }
  }

  private void incoming(GatewayApi api) throws InterruptedException {
    begin();
    String text =
        "Your WhatsApp code is 123-456 (demo " + Long.toString(System.nanoTime(), 36) + ")";
    simulator
        .inject(MobileOriginated.of("5511977776666", SampleData.NUMBER.substring(1), text))
        .whenComplete((status, failure) -> answered(status, failure));
    Push push =
        receiver.await(
            "message.received", p -> p.tells("message.received", "text", text), deadline);
    step("message in from " + push.data().getString("from") + ", service " + service(push));
    step(signed(push));
    followIn(api, push.data().getString("id"));
  }

  private void answered(Integer status, Throwable failure) {
    step(
        failure == null && status == 0
            ? "incoming message taken: deliver_sm_resp OK, it is durable"
            : "incoming message refused: " + (failure == null ? "status " + status : failure));
  }

  private void followIn(GatewayApi api, String id) throws InterruptedException {
    String status = "";
    while (!status.equals("pushed")) {
      status = api.get("/messages/" + id).expect(200, 404).json().getString("status", "");
      if (!status.equals("pushed")) {
        pause("incoming message " + id + " is not pushed, it is '" + status + "'");
      }
    }
    step("received, then pushed: " + id);
  }

  private static String service(Push push) {
    JsonValue service = push.data().getOrDefault("service", JsonValue.NULL);
    return service == JsonValue.NULL ? "none" : push.data().getString("service");
  }

  private String signed(Push push) {
    if (!push.signed()) {
      throw new DemoFailure("the push of " + push.type() + " bears a wrong signature");
    }
    return "push " + push.type() + " arrived, its signature is right";
  }

  private void pause(String otherwise) throws InterruptedException {
    if (deadline.isPast()) {
      throw new DemoFailure(otherwise);
    }
    if (stop.await(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new DemoFailure("stopped");
    }
  }

  private void begin() {
    since = System.nanoTime();
  }

  private void step(String line) {
    out.accept(String.format("demo: %6d ms  %s", (System.nanoTime() - since) / 1_000_000, line));
  }

  /** Where to look, and how to send more. */
  public void tellWhatNext(String key, Path adminPassword) {
    out.accept("");
    out.accept("The UI:         " + gateway + "/  user admin, the password is in " + adminPassword);
    out.accept(
        "Send another:   curl -H 'X-API-Key: " + key + "' -H 'Content-Type: application/json' \\");
    out.accept(
        "                  -d '{\"from\":\""
            + SampleData.NUMBER
            + "\",\"to\":\""
            + HANDSET
            + "\",\"text\":\"Hi\"}' \\");
    out.accept("                  " + gateway + "/api/v1/messages");
    out.accept("Stop:           Ctrl-C");
  }

  /** The connector first, or it would go on looking for the simulator at every later start. */
  @Override
  public void close() throws InterruptedException {
    try {
      samples.stopConnector();
    } catch (DemoFailure gatewayGone) {
      // then nothing is left to be stopped
    }
    simulator.close();
    receiver.close();
  }
}
