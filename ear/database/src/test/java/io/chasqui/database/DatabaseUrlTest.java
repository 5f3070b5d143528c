package io.chasqui.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseUrlTest {
  @Test
  void what_the_gateway_needs_is_added() {
    assertThat(DatabaseUrl.of("jdbc:mariadb://db:3306/chasqui").complete().value())
        .isEqualTo(
            "jdbc:mariadb://db:3306/chasqui?connectTimeout=10000&connectionTimeZone=UTC"
                + "&preserveInstants=true&useBulkStmts=true");
  }

  @Test
  void what_the_operator_chose_stays() {
    assertThat(
            DatabaseUrl.of("jdbc:mariadb://db/c?sslMode=trust&UseBulkStmts=false")
                .complete()
                .value())
        .startsWith("jdbc:mariadb://db/c?sslMode=trust&UseBulkStmts=false&connectTimeout=10000")
        .doesNotContain("useBulkStmts=true");
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:mariadb://db.example:3307/chasqui,db.example:3307",
    "'jdbc:mariadb:sequential://a:3306,b:3306/chasqui?user=x','a:3306,b:3306'",
    "jdbc:mariadb://db?user=x,db"
  })
  void it_names_its_hosts_and_nothing_else(String url, String hosts) {
    assertThat(DatabaseUrl.of(url).hosts()).isEqualTo(hosts);
  }
}
