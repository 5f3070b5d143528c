package io.chasqui.smpp.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandIdTest {
  @ParameterizedTest
  @EnumSource
  void a_command_is_found_by_its_code(CommandId command) {
    assertThat(CommandId.of(command.code())).contains(command);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 0x0A, 0x103 + 1, 0x7777, 0x7FFFFFFF, 0x8000000B, -1})
  void other_codes_are_nobodys(int code) {
    assertThat(CommandId.of(code)).isEmpty();
  }

  @Test
  void a_request_knows_its_response_and_a_response_none() {
    assertThat(CommandId.SUBMIT_SM.response()).isEqualTo(CommandId.SUBMIT_SM_RESP);
    assertThatThrownBy(CommandId.SUBMIT_SM_RESP::response)
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(CommandId.OUTBIND::response).isInstanceOf(IllegalStateException.class);
  }
}
