package org.theoremcheck;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/** No property has more tries than the system property {@code tries.most} says, where it is set: mutation testing runs each hundreds of times. */
public final class FewerTries implements AroundPropertyHook {

    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.ALL_DESCENDANTS;
    }

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        Integer most = Integer.getInteger("tries.most");
        if (most != null) {
            context.attributes()
                    .setTries(Math.min(most, context.attributes().tries().orElse(most)));
        }
        return property.execute();
    }
}
