package io.chasqui.database;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * The gateway's database for an application server's {@code <data-source>}; pooling is the
 * server's.
 *
 * <p>Where the database is comes from {@code chasqui.db.*} alone. The bean properties below exist
 * because servers insist on setting them; they change nothing.
 */
public class GatewayDataSource implements DataSource {
  private static final int LOGIN_SECONDS = 10;

  private String url = "";
  private String user = "";
  private String password = "";
  private String databaseName = "";
  private String serverName = "";
  private int portNumber;
  private String description = "";
  private int loginTimeout = LOGIN_SECONDS;
  private PrintWriter logWriter;

  /**
   * Waits for the embedded database when it is still starting, and starts it when nobody has.
   *
   * @throws SQLException naming host and port when the database cannot be reached
   */
  @Override
  public Connection getConnection() throws SQLException {
    ConnectionDetails details = details();
    return connect(details, details.user(), details.password());
  }

  /** As another user; an empty name means the gateway's own. */
  @Override
  public Connection getConnection(String otherUser, String otherPassword) throws SQLException {
    return otherUser == null || otherUser.isBlank()
        ? getConnection()
        : connect(details(), otherUser, otherPassword);
  }

  private static ConnectionDetails details() throws SQLException {
    try {
      return GatewayDatabase.running().connectionDetails();
    } catch (DatabaseStartException refused) {
      throw new SQLNonTransientConnectionException(refused.getMessage(), "08001", refused);
    }
  }

  private static Connection connect(ConnectionDetails details, String user, String password)
      throws SQLException {
    try {
      return new MariaDbDataSource(details.url()).getConnection(user, password);
    } catch (SQLException e) {
      if (e.getSQLState() == null || !e.getSQLState().startsWith("08")) {
        throw e;
      }
      throw new SQLNonTransientConnectionException(
          "The database at "
              + new DatabaseUrl(details.url()).hosts()
              + " cannot be reached: "
              + e.getMessage(),
          e.getSQLState(),
          e);
    }
  }

  @Override
  public <T> T unwrap(Class<T> wanted) throws SQLException {
    if (!isWrapperFor(wanted)) {
      throw new SQLException("The gateway's data source is no " + wanted.getName());
    }
    return wanted.cast(this);
  }

  @Override
  public boolean isWrapperFor(Class<?> wanted) {
    return wanted.isInstance(this);
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getLogger(GatewayDataSource.class.getPackageName());
  }

  @Override
  public PrintWriter getLogWriter() {
    return logWriter;
  }

  @Override
  public void setLogWriter(PrintWriter writer) {
    logWriter = writer;
  }

  /** Seconds; told, not used: connectTimeout in the URL bounds a login. */
  @Override
  public int getLoginTimeout() {
    return loginTimeout;
  }

  @Override
  public void setLoginTimeout(int seconds) {
    loginTimeout = seconds;
  }

  public String getUrl() {
    return url;
  }

  public void setUrl(String value) {
    url = value;
  }

  public String getUser() {
    return user;
  }

  public void setUser(String value) {
    user = value;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String value) {
    password = value;
  }

  public String getDatabaseName() {
    return databaseName;
  }

  public void setDatabaseName(String value) {
    databaseName = value;
  }

  public String getServerName() {
    return serverName;
  }

  public void setServerName(String value) {
    serverName = value;
  }

  public String getDescription() {
    return description;
  }

  public void setDescription(String value) {
    description = value;
  }

  public int getPortNumber() {
    return portNumber;
  }

  public void setPortNumber(int value) {
    portNumber = value;
  }
}
