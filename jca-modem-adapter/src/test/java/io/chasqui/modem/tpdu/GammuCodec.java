package io.chasqui.modem.tpdu;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Gammu's codec in a process of its own; {@code src/test/peers/gammu-codec.py} is its language. */
final class GammuCodec implements AutoCloseable {
  /** Debian's own interpreter, which alone knows Debian's {@code python3-gammu}. */
  private static final String PYTHON = "/usr/bin/python3";

  private final Process process;
  private final Writer requests;
  private final BufferedReader answers;

  GammuCodec() throws IOException {
    process =
        new ProcessBuilder(PYTHON, "src/test/peers/gammu-codec.py")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    requests = process.outputWriter(StandardCharsets.UTF_8);
    answers = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Whether {@code ./chasqui test} could install it. */
  static boolean isInstalled() throws IOException, InterruptedException {
    if (!Files.isExecutable(Path.of(PYTHON))) {
      return false;
    }
    Process trial = new ProcessBuilder(PYTHON, "-c", "import gammu").start();
    return trial.waitFor(20, TimeUnit.SECONDS) && trial.exitValue() == 0;
  }

  JsonObject decode(String pdu) throws IOException {
    return ask(Json.object().add("do", "decode").add("pdu", pdu));
  }

  JsonObject encode(String number, String coding, String text, String udh) throws IOException {
    return ask(
        Json.object()
            .add("do", "encode")
            .add("number", number)
            .add("coding", coding)
            .add("text", text)
            .add("udh", udh));
  }

  private JsonObject ask(JsonObject request) throws IOException {
    requests.write(request + "\n");
    requests.flush();
    return Json.parse(answers.readLine()).asObject();
  }

  @Override
  public void close() throws IOException {
    requests.close();
    process.destroy();
  }
}
