package org.theoremcheck.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoleTest {

    interface Numbers {
        double[] point(double[] hint, int round);

        double step();

        int rounds(double budget);

        void learn(double[] gradient);
    }

    interface AnswersAText {
        String name();

        double step();
    }

    interface TakesAList {
        double step(List<Double> gradients);
    }

    @Test
    void aRoleOfNumbersTakesAndReturnsNumbersAndVectorsOnly() {
        assertThat(Role.ofNumbers(Numbers.class)).isTrue();
        assertThat(Role.ofNumbers(AnswersAText.class)).isFalse();
        assertThat(Role.ofNumbers(TakesAList.class)).isFalse();
    }

    /** Else a role in a set or in a message would be a call that the subject has to answer. */
    @Test
    void whatEveryObjectAnswersIsNotAskedOfTheSubject() {
        Numbers played = Role.played(Numbers.class, new Role.Call() {
            @Override
            public Object answer(Method method, Object[] arguments) {
                return 0.5;
            }

            @Override
            public String toString() {
                return "half a step";
            }
        });

        assertThat(played).hasToString("half a step");
        assertThat(played.step()).isEqualTo(0.5);
    }
}
