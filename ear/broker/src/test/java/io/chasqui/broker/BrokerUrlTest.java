package io.chasqui.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.activemq.artemis.ra.ActiveMQRaUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokerUrlTest {
  @Test
  void host_and_port_are_what_the_adapter_connects_to() throws Exception {
    assertThat(connector("tcp://broker.example:61616"))
        .containsEntry("host", "broker.example")
        .containsEntry("port", "61616");
  }

  @Test
  void the_options_of_TLS_reach_the_connector_with_a_comma_in_the_password() throws Exception {
    assertThat(
            connector(
                "tcp://b:61617?sslEnabled=true&trustStorePath=/etc/b.p12"
                    + "&trustStorePassword=a,b%20c"))
        .containsEntry("sslEnabled", "true")
        .containsEntry("trustStorePath", "/etc/b.p12")
        .containsEntry("trustStorePassword", "a,b c");
  }

  @Test
  void its_own_trust_store_is_used_and_not_the_servers() throws Exception {
    assertThat(connector("tcp://b:61617?sslEnabled=true"))
        .containsEntry("forceSSLParameters", "true");
  }

  @Test
  void an_option_misspelt_is_refused_by_its_name_and_not_left_out() {
    assertThatThrownBy(() -> BrokerUrl.of("tcp://b:61617?sslEnable=true&trustStorePassword=pw"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sslEnable")
        .hasMessageNotContaining("pw");
  }

  @Test
  void a_password_that_the_connector_would_cut_is_refused_without_a_word_of_it() {
    assertThatThrownBy(() -> BrokerUrl.of("tcp://b:61617?trustStorePassword=begin%26end"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'&'")
        .hasMessageNotContainingAny("begin", "end");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ssl://b:61617",
        "b:61616",
        "tcp://b",
        "http://b:61616",
        "(tcp://a:1,tcp://b:2)",
        "tcp://b:61616 ",
        "vm://0"
      })
  void another_form_is_refused_with_the_one_that_is_taken(String url) {
    assertThatThrownBy(() -> BrokerUrl.of(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("tcp://host:61616")
        .hasMessageContaining("sslEnabled=true");
  }

  @Test
  void what_is_logged_tells_of_TLS_and_no_password() {
    assertThat(BrokerUrl.of("tcp://b:61617?sslEnabled=true&trustStorePassword=pw"))
        .hasToString("b:61617 by TLS");
    assertThat(BrokerUrl.of("tcp://b:61616")).hasToString("b:61616");
  }

  /** As the resource adapter will read it. */
  private static Map<String, Object> connector(String url) throws Exception {
    return ActiveMQRaUtils.parseConfig(BrokerUrl.of(url).connectionParameters()).get(0);
  }
}
