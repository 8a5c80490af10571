package org.theoremcheck.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.theoremcheck.claim.Codec;

/** A page in a headless Chromium that finds no other machine, spoken to in the DevTools protocol by one thread. */
final class Browser implements AutoCloseable {

    /** Seconds after which a silent browser is taken for dead, on however busy a machine. */
    private static final long PATIENCE = 60;

    private final Process process;
    private final WebSocket socket;
    private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
    private final List<JsonNode> events = new ArrayList<>();
    private final String session;
    private int last;

    /** Where Debian's package and others put it on the path, if it is there. */
    static Optional<Path> program() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "chromium"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Starts a program with an empty page.
     *
     * @param profile an empty folder
     */
    Browser(Path program, Path profile) throws IOException, InterruptedException {
        process = new ProcessBuilder(
                        program.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .buildAsync(address(profile.resolve("DevToolsActivePort")), new Listener(messages))
                    .join();
            String target = send(Map.of("method", "Target.createTarget", "params", Map.of("url", "about:blank")))
                    .path("targetId")
                    .asText();
            session = send(Map.of(
                            "method", "Target.attachToTarget", "params", Map.of("targetId", target, "flatten", true)))
                    .path("sessionId")
                    .asText();
            List.of("Page", "Runtime", "Network", "Log").forEach(domain -> call(domain + ".enable", Map.of()));
        } catch (IOException | InterruptedException | RuntimeException failed) {
            process.destroyForcibly();
            throw failed;
        }
    }

    /** The browser writes the file when it listens: the port on one line, the path on the next. */
    private URI address(Path file) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
        List<String> lines = List.of();
        while (lines.size() < 2) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IOException("the browser does not listen");
            }
            process.waitFor(20, TimeUnit.MILLISECONDS);
            lines = Files.exists(file) ? Files.readAllLines(file) : lines;
        }
        return URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1));
    }

    /** Loads a page. */
    void open(Path page) {
        events.clear();
        call("Page.navigate", Map.of("url", page.toUri().toString()));
        while (event("Page.loadEventFired").isEmpty()) {
            events.add(next());
        }
    }

    /** The value of a script, awaited; what the script throws is thrown. */
    JsonNode evaluate(String script) {
        JsonNode answer =
                call("Runtime.evaluate", Map.of("expression", script, "awaitPromise", true, "returnByValue", true));
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException(script + "\n" + answer.get("exceptionDetails"));
        }
        return answer.path("result").path("value");
    }

    /** What a script gives, as texts. */
    List<String> texts(String script) {
        return Stream.of(Codec.read(evaluate(script).toString(), String[].class))
                .toList();
    }

    /** A window of this width in CSS pixels. */
    void width(int width) {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 800, "deviceScaleFactor", 1, "mobile", false));
    }

    /** A medium, screen or print, and a colour scheme, light or dark. */
    void media(String medium, String scheme) {
        Map<String, String> feature = Map.of("name", "prefers-color-scheme", "value", scheme);
        call("Emulation.setEmulatedMedia", Map.of("media", medium, "features", List.of(feature)));
    }

    /** Presses and releases a key. */
    void press(String key) {
        String text = key.length() == 1 ? key : key.equals("Enter") ? "\r" : "";
        int code = switch (key) {
            case "Tab" -> 9;
            case "Enter" -> 13;
            case "Escape" -> 27;
            default -> 0;
        };
        for (String type : List.of("keyDown", "keyUp")) {
            call(
                    "Input.dispatchKeyEvent",
                    Map.of("type", type, "key", key, "windowsVirtualKeyCode", code, "text", text));
        }
    }

    /** The events of a name since the page was opened. */
    List<JsonNode> event(String name) {
        return events.stream()
                .filter(event -> event.path("method").asText().equals(name))
                .map(event -> event.get("params"))
                .toList();
    }

    /** The answer of the page to a command. */
    JsonNode call(String method, Map<String, ?> params) {
        return send(Map.of("method", method, "params", params, "sessionId", session));
    }

    private JsonNode send(Map<String, ?> command) {
        int id = ++last;
        String json = Codec.write(command);
        socket.sendText("{\"id\":" + id + "," + json.substring(1), true).join();
        while (true) {
            JsonNode message = next();
            if (message.path("id").asInt() == id) {
                if (message.has("error")) {
                    throw new IllegalStateException(json + "\n" + message.get("error"));
                }
                return message.get("result");
            }
            events.add(message);
        }
    }

    private JsonNode next() {
        try {
            JsonNode message = messages.poll(PATIENCE, TimeUnit.SECONDS);
            if (message == null) {
                throw new IllegalStateException("the browser says nothing any more");
            }
            return message;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Ends the browser, and comes back when it is gone. */
    @Override
    public void close() {
        try {
            socket.sendText("{\"id\":0,\"method\":\"Browser.close\"}", true).join();
            if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("the browser does not end");
            }
        } catch (IOException stuck) {
            throw new UncheckedIOException(stuck);
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Puts the parts of messages together. */
    private static final class Listener implements WebSocket.Listener {

        private final BlockingQueue<JsonNode> messages;
        private final StringBuilder text = new StringBuilder();

        Listener(BlockingQueue<JsonNode> messages) {
            this.messages = messages;
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean complete) {
            text.append(part);
            if (complete) {
                messages.add(Codec.read(text.toString(), JsonNode.class));
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }
    }
}
