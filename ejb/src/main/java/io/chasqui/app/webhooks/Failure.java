package io.chasqui.app.webhooks;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;

/** Why there was no answer, in words for the endpoint's owner. Never holds the URL's path. */
record Failure(Throwable cause, HttpPush.Limits limits) {
  String text() {
    Throwable failure = cause instanceof CompletionException ? cause.getCause() : cause;
    if (failure instanceof AddressRefusedException) {
      return failure.getMessage();
    }
    if (failure instanceof UnknownHostException) {
      return "the host is not known: " + failure.getMessage();
    }
    if (failure instanceof ConnectTimeoutException) {
      return "no connection within " + limits.connect().toMillis() / 1000.0 + " s";
    }
    if (failure instanceof SocketTimeoutException || failure instanceof TimeoutException) {
      return "no answer within " + limits.answer().toMillis() / 1000.0 + " s";
    }
    if (failure instanceof ConnectException || failure instanceof NoRouteToHostException) {
      return "no connection: " + failure.getMessage();
    }
    if (failure instanceof SSLException) {
      return "TLS failed: " + failure.getMessage();
    }
    if (failure instanceof ConnectionClosedException) {
      return "the connection was closed before an answer";
    }
    if (failure instanceof CancellationException) {
      return "given up because the gateway stops";
    }
    return failure.getClass().getSimpleName() + ": " + failure.getMessage();
  }
}
