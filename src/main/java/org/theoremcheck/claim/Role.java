package org.theoremcheck.claim;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A role, played by whoever answers its calls: one proxy for recordings, replays and processes. */
public final class Role {

    private static final List<Class<?>> NUMBERS = List.of(double[].class, double.class, int.class);

    /** Answers calls. */
    @FunctionalInterface
    public interface Call {

        /**
         * What a method returns.
         *
         * @param method of the role
         * @param arguments of the call, which belong to whoever answers until it does
         */
        @Nullable
        Object answer(Method method, Object[] arguments) throws ReflectiveOperationException;
    }

    private Role() {}

    /** The role with all its calls answered in one place; what that throws, its methods throw. */
    public static <S> S played(Class<S> role, Call call) {
        return role.cast(Proxy.newProxyInstance(
                role.getClassLoader(), new Class<?>[] {role}, (self, method, arguments) -> {
                    if (method.getDeclaringClass() == Object.class) {
                        return method.invoke(call, arguments);
                    }
                    try {
                        method.setAccessible(true);
                        return call.answer(method, arguments == null ? new Object[0] : arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                }));
    }

    /**
     * An answer as its method returns it.
     *
     * @param type double[], double or int
     * @param answer a number is a vector of one; belongs to the caller from now on
     */
    public static Object returned(Class<?> type, double[] answer) {
        if (type == double[].class) {
            return answer;
        }
        return type == int.class ? (Object) (int) answer[0] : (Object) answer[0];
    }

    /** Whether the role can be played without sharing objects: its methods take numbers and vectors, and return one or nothing. */
    public static boolean ofNumbers(Class<?> role) {
        return Arrays.stream(role.getMethods())
                .allMatch(method -> (method.getReturnType() == void.class || NUMBERS.contains(method.getReturnType()))
                        && NUMBERS.containsAll(List.of(method.getParameterTypes())));
    }
}
