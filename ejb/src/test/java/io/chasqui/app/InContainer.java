package io.chasqui.app;

import io.chasqui.app.accounts.Clients;
import io.chasqui.app.ledger.MessageView;
import io.chasqui.app.ledger.Messages;
import io.chasqui.app.messaging.LocalSession;
import io.chasqui.app.operations.ConnectorOrder;
import io.chasqui.app.operations.Connectors;
import io.chasqui.app.refusal.NoSuchThingException;
import io.chasqui.app.routing.Routes;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.message.MessageStatus;
import io.chasqui.domain.routing.Route;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * A test that runs inside the server, beside the real ejb.jar with the real adapters, broker and
 * database. The server is one for all of them: each makes connectors and numbers of its own.
 */
@ArquillianTest
public abstract class InContainer {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Path MICRO = Path.of("../web/src/main/micro");

  /** The tests, and what they share. */
  private static final String IN_CONTAINER = ".*/(\\w+IT|InContainer|Samples|Refusals)\\.class";

  @Resource(lookup = "java:app/jms/dispatch")
  private ConnectionFactory broker;

  @Inject private Clients clients;
  @Inject private Connectors connectors;
  @Inject private Routes routes;
  @Inject private Messages messages;

  /** As on Payara Micro: the WAR brings what application.xml has on the Server. */
  @Deployment
  public static WebArchive gateway() {
    return ShrinkWrap.create(WebArchive.class, "chasqui-ejb-it.war")
        .addAsLibrary(new File("target/chasqui-ejb.jar"))
        .setWebXML(new StringAsset(webXml()))
        .addAsWebInfResource(MICRO.resolve("glassfish-ejb-jar.xml").toFile())
        .addAsWebInfResource(new StringAsset(""), "beans.xml")
        .addPackages(true, Filters.include(IN_CONTAINER), "io.chasqui.app");
  }

  private static String webXml() {
    try {
      return """
          <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
          %s</web-app>"""
          .formatted(Files.readString(MICRO.resolve("resources.xml")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The id of a client nobody else uses. */
  protected String newClient() {
    return clients.create("Container test").id();
  }

  /** A connector of its own, on which all messages are routed from now on. */
  protected ConnectorId routeTo(ConnectorOrder order) {
    ConnectorId id = connectors.create(order).id();
    try {
      routes.change(Route.DEFAULT_POSITION, List.of(id));
    } catch (NoSuchThingException none) {
      routes.createDefault(List.of(id));
    }
    return id;
  }

  protected void put(String queue, byte[]... envelopes) {
    try (LocalSession session = new LocalSession(broker)) {
      for (byte[] envelope : envelopes) {
        session.send(queue, envelope);
      }
      session.commit();
    }
  }

  /** Takes all there is to be had now, for good. */
  protected List<byte[]> takeAll(String queue) {
    List<byte[]> taken = new ArrayList<>();
    try (Connection connection = broker.createConnection();
        Session session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
      connection.start();
      MessageConsumer consumer = session.createConsumer(session.createQueue(queue));
      Message next = consumer.receive(PATIENCE.toMillis());
      while (next != null) {
        taken.add(next.getBody(byte[].class));
        next = consumer.receiveNoWait();
      }
      session.commit();
    } catch (JMSException e) {
      throw new IllegalStateException("the broker does not give " + queue, e);
    }
    return taken;
  }

  protected MessageView awaitStatus(MessageId id, MessageStatus wanted) {
    awaiting(id + " is " + wanted)
        .until(
            () ->
                messages
                    .find(id, Optional.empty())
                    .filter(found -> found.status() == wanted)
                    .isPresent());
    return messages.find(id, Optional.empty()).orElseThrow();
  }

  protected static List<String> story(MessageView message) {
    return message.events().stream().map(MessageView.EventView::status).toList();
  }

  protected static ConditionFactory awaiting(String what) {
    return Awaitility.await(what)
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(50));
  }
}
