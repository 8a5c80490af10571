package org.theoremcheck.guard.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.theoremcheck.claim.Catalogue;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Codec;
import org.theoremcheck.claim.NotApplicable;
import org.theoremcheck.guard.steprule.StepRules;

/** A process that plays the reference subject of any claim: the protocol from the other side. */
public final class ReferenceProcess {

    private ReferenceProcess() {}

    public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
        Catalogue catalogue =
                Catalogue.load(ReferenceProcess.class.getClassLoader()).and(StepRules.theorems());
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Object subject = catalogue;
        Class<?> role = Catalogue.class;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            JsonNode message = Codec.read(line, JsonNode.class);
            Object answer;
            if (message.has("hello")) {
                answer = Map.of("version", message.path("hello").intValue());
            } else if (message.path("call").asText().equals("begin")) {
                Claim<?, ?, ?> claim =
                        catalogue.find(message.path("claim").asText()).orElseThrow();
                role = claim.setting().role();
                try {
                    subject = begin(claim, message.path("instance"));
                    answer = Map.of("episode", message.path("episode").intValue());
                } catch (NotApplicable reason) {
                    answer = Map.of("notApplicable", String.valueOf(reason.getMessage()));
                }
            } else {
                answer = call(role, subject, message.path("call").asText(), message.path("with"));
            }
            out.println(Codec.write(answer));
        }
    }

    private static <I, S, E> S begin(Claim<I, S, E> claim, JsonNode instance) {
        return claim.setting()
                .reference()
                .begin(Codec.read(instance, claim.setting().instance()));
    }

    private static Object call(Class<?> role, Object subject, String name, JsonNode with)
            throws ReflectiveOperationException {
        Method method = Arrays.stream(role.getMethods())
                .filter(candidate -> candidate.getName().equals(name))
                .findFirst()
                .orElseThrow();
        method.setAccessible(true);
        Object[] arguments = new Object[with.size()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = Codec.read(with.get(i), method.getParameterTypes()[i]);
        }
        try {
            Object answer = method.invoke(subject, arguments);
            return answer == null ? Codec.read("{}", JsonNode.class).path("nothing") : answer;
        } catch (InvocationTargetException thrown) {
            throw new IllegalStateException(thrown.getCause());
        }
    }
}
