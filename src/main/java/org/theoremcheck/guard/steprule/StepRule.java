package org.theoremcheck.guard.steprule;

/** How an optimizer moves, with its hyperparameters. */
public sealed interface StepRule extends Method
        permits Sgd,
                Momentum,
                Nesterov,
                NormClipping,
                ElementClipping,
                Adam,
                AdamHat,
                AdamW,
                Adagrad,
                RmsProp,
                Adadelta,
                Nadam,
                SignDescent,
                Muon {

    /** How many relative roundings lie between the gradients and the move of step t, in units of the move's size. */
    double roundings(int t);
}
