package io.chasqui.web.api.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.chasqui.app.operations.ConnectorOrder;
import io.chasqui.app.options.StoredOptions;
import io.chasqui.domain.encoding.Alphabet;
import io.chasqui.domain.encoding.EncodingPolicy;
import io.chasqui.domain.encoding.LookAlikes;
import io.chasqui.domain.encoding.NationalLanguage;
import io.chasqui.domain.encoding.SmscAlphabet;
import io.chasqui.domain.encoding.Splitting;
import io.chasqui.domain.encoding.Writing;
import io.chasqui.domain.link.BindType;
import io.chasqui.domain.link.LinkStatus;
import io.chasqui.domain.link.SmppTlv;
import io.chasqui.domain.link.StatusPolicy;
import io.chasqui.domain.operations.Connector;
import io.chasqui.domain.operations.SmppOptions;
import io.chasqui.domain.receipt.IdDialect;
import io.chasqui.web.api.input.Body;
import io.chasqui.web.api.problem.FieldError;
import io.chasqui.web.api.problem.ProblemException;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectorFormTest {
  private static final String LEAST =
      "'id':'carrier-a','kind':'smpp','host':'h','port':2775,'system_id':'me','password':'pw'";

  private static final List<String> FURTHER =
      List.of(
          "tls",
          "interface_version",
          "address_ton",
          "address_npi",
          "address_range",
          "timers",
          "submit",
          "statuses",
          "message_id_dialect",
          "receipt_states");

  private static final String EVERYTHING =
      LEAST
          + """
          ,'bind':'pair','interface_version':'5.0','address_ton':1,'address_npi':1,'address_range':'^55',
          'tls':{'trust':'/etc/ca.pem','host_name_check':'off','certificate':'/etc/c.pem','key':'/etc/k.pem'},
          'timers':{'connect_seconds':5,'bind_seconds':6,'response_seconds':7,'enquire_link_seconds':8,
            'inactivity_seconds':9,'reconnect_min_seconds':2,'reconnect_max_seconds':20},
          'submit':{'source':'MyShop','source_ton':5,'source_npi':0,'destination_ton':1,'destination_npi':1,
            'service_type':'CMT','protocol_id':1,'priority':3,'replace_if_present':1,'default_message_id':2,
            'data_coding':3,'registered_delivery':'always','validity_minutes':60,
            'split':'sar','default_alphabet':'gsm7_packed','alphabets':['gsm7'],
            'national_languages':['turkish','portuguese'],'look_alikes':'typography',
            'tlvs':[{'tag':'0x1400','type':'int2','value':'77'}]},
          'statuses':[{'status':'0x58','reaction':'throttle','delay_seconds':4,'attempts':9}],
          'message_id_dialect':'hex_to_dec',
          'receipt_states':[{'word':'FAILED','error':'3','state':'rejected'}]
          """;

  @Test
  void left_out_settings_are_the_usual_ones() {
    assertThat(options("{" + LEAST + "}")).isEqualTo(SmppOptions.STANDARD);
  }

  @Test
  void every_setting_is_read() {
    SmppOptions options = options("{" + EVERYTHING + "}");
    assertThat(options.tls().orElseThrow().identity()).isPresent();
    assertThat(options.bind().addressRange()).isEqualTo("^55");
    assertThat(options.timers().inactivity()).isEqualTo(Duration.ofSeconds(9));
    assertThat(options.submits().tlvs())
        .containsExactly(new SmppTlv(0x1400, SmppTlv.Type.INT2, "77"));
    assertThat(options.submits().longestValidity()).contains(Duration.ofHours(1));
    assertThat(options.submits().writing())
        .isEqualTo(
            new Writing(
                new EncodingPolicy(
                    SmscAlphabet.GSM7_PACKED,
                    Set.of(Alphabet.GSM7),
                    Set.of(NationalLanguage.TURKISH, NationalLanguage.PORTUGUESE),
                    LookAlikes.TYPOGRAPHY),
                Splitting.SAR));
    assertThat(options.statuses().policy(0x58))
        .isEqualTo(StatusPolicy.throttle(9, Duration.ofSeconds(4)));
    assertThat(options.statuses().policy(0x14)).isEqualTo(StatusPolicy.FAIL);
    assertThat(options.receipts().dialect()).contains(IdDialect.HEX_TO_DEC);
  }

  @Test
  void what_is_shown_can_be_sent_back() {
    ConnectorOrder.Smpp order = smpp("{" + EVERYTHING + "}");
    JsonObject shown = ConnectorForm.write(connector(order), LinkStatus.stopped(Instant.EPOCH), 0);
    assertThat(shown.getString("bind")).isEqualTo("pair");
    assertThat(shown.getJsonArray("statuses")).hasSize(1);
    assertThat(shown.getJsonObject("submit").getString("source")).isEqualTo("MyShop");
    String again = "{" + LEAST + settings(shown) + "}";
    assertThat(smpp(again).options()).isEqualTo(order.options());
    assertThat(smpp(again).endpoint().bind()).isEqualTo(BindType.PAIR);
  }

  @Test
  void further_settings_nobody_can_read_are_left_out_of_what_is_shown() {
    Connector connector = connector(smpp("{" + LEAST + "}"));
    connector.configure("{}");
    JsonObject shown = ConnectorForm.write(connector, LinkStatus.stopped(Instant.EPOCH), 0);
    assertThat(shown).containsKey("host").doesNotContainKey("timers");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'tls':true                                             | tls",
        "'tls':{'trust':'ca.pem'}                               | tls.trust",
        "'tls':{'certificate':'/c.pem'}                         | tls.key",
        "'tls':{'key':'/k.pem'}                                 | tls.certificate",
        "'tls':{'host_name_check':'maybe'}                      | tls.host_name_check",
        "'tls':{'passphrase':'x'}                               | tls.passphrase",
        "'interface_version':'3.3'                              | interface_version",
        "'address_ton':1                                        | address_npi",
        "'address_range':'12345678901234567890123456789012345678901' | address_range",
        "'timers':{'bind_seconds':0}                            | timers.bind_seconds",
        "'timers':{'response_seconds':'10'}                     | timers.response_seconds",
        "'timers':{'reconnect_min_seconds':90}                  | timers.reconnect_max_seconds",
        "'submit':{'source':'much too long a name'}             | submit.source",
        "'submit':{'source_npi':1}                              | submit.source_ton",
        "'submit':{'priority':4}                                | submit.priority",
        "'submit':{'validity_minutes':0}                        | submit.validity_minutes",
        "'submit':{'registered_delivery':'yes'}                 | submit.registered_delivery",
        "'submit':{'tlvs':{}}                                   | submit.tlvs",
        "'submit':{'split':'halves'}                            | submit.split",
        "'submit':{'default_alphabet':'ebcdic'}                 | submit.default_alphabet",
        "'submit':{'alphabets':[]}                              | submit.alphabets",
        "'submit':{'alphabets':['gsm7','gsm8']}                 | submit.alphabets",
        "'submit':{'national_languages':'turkish'}              | submit.national_languages",
        "'submit':{'look_alikes':true}                          | submit.look_alikes",
        "'submit':{'tlvs':[{'tag':'x','type':'int1','value':'1'}]}        | submit.tlvs[0].tag",
        "'submit':{'tlvs':[{'tag':'0x1400','type':'int1','value':'256'}]} | submit.tlvs[0].value",
        "'submit':{'tlvs':[{'tag':'0x1400','type':'int1'}]}     | submit.tlvs[0].value",
        "'submit':{'tlvs':[7]}                                  | submit.tlvs[0]",
        "'statuses':[{'status':'0x00','reaction':'fail'}]       | statuses[0].status",
        "'statuses':[{'status':'0x58'}]                         | statuses[0].reaction",
        "'statuses':[{'status':'0x58','reaction':'fail'},{'status':'88','reaction':'fail'}] | statuses[1].status",
        "'statuses':[{'status':'0x58','reaction':'retry','delay_seconds':-1}] | statuses[0].delay_seconds",
        "'message_id_dialect':'klingon'                         | message_id_dialect",
        "'receipt_states':[{'state':'delivered'}]               | receipt_states[0].word",
        "'receipt_states':[{'word':'OK','state':'good'}]        | receipt_states[0].state"
      })
  void a_bad_value_is_named_with_its_path(String setting, String field) {
    ProblemException refused =
        catchThrowableOfType(ProblemException.class, () -> smpp("{" + LEAST + "," + setting + "}"));
    assertThat(refused.problem().errors()).extracting(FieldError::field).containsExactly(field);
  }

  private static String settings(JsonObject shown) {
    StringBuilder settings = new StringBuilder(",\"bind\":\"pair\"");
    for (String name : FURTHER) {
      settings.append(",\"%s\":%s".formatted(name, shown.get(name)));
    }
    return settings.toString();
  }

  private static Connector connector(ConnectorOrder.Smpp order) {
    Connector connector = Connector.smpp(order.id(), order.endpoint(), new byte[0], Instant.EPOCH);
    connector.configure(StoredOptions.encode(order.options()));
    return connector;
  }

  private static SmppOptions options(String json) {
    return smpp(json).options();
  }

  private static ConnectorOrder.Smpp smpp(String json) {
    byte[] body = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return (ConnectorOrder.Smpp) ConnectorForm.read(Body.fields(body));
  }
}
