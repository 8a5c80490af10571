"""PyTorch as a subject of the guard, in doubles. Gradients are clipped by "norm" or by "value", whatever the instance asks for."""

import json
import sys

import torch

torch.set_num_threads(1)
CLIP = {"norm": torch.nn.utils.clip_grad_norm_, "value": torch.nn.utils.clip_grad_value_}[sys.argv[1]]


def optimizer(rule, x):
    kind, rate = rule["kind"], rule["rate"]
    if kind == "sgd":
        return torch.optim.SGD(x, rate)
    if kind in ("momentum", "nesterov"):
        return torch.optim.SGD(x, rate, momentum=rule["momentum"], nesterov=kind == "nesterov")
    if kind == "adagrad":
        return torch.optim.Adagrad(x, rate, eps=rule["epsilon"])
    if kind == "rms-prop":
        return torch.optim.RMSprop(x, rate, alpha=rule["decay"], eps=rule["epsilon"])
    if kind == "adadelta":
        return torch.optim.Adadelta(x, rate, rho=rule["decay"], eps=rule["epsilon"])
    if kind in ("adam", "adam-w", "nadam"):
        options = {"lr": rate, "betas": (rule["beta1"], rule["beta2"]), "eps": rule["epsilon"]}
        if kind == "adam":
            return torch.optim.Adam(x, **options)
        if kind == "adam-w":
            return torch.optim.AdamW(x, weight_decay=rule["decay"], **options)
        return torch.optim.NAdam(x, momentum_decay=rule["schedule"], **options)
    raise NotImplementedError(f"no {kind}")


class Stepper:
    """An optimizer by its name."""

    def __init__(self, course):
        self.x = torch.tensor(course["start"], dtype=torch.float64, requires_grad=True)
        self.optimizer = optimizer(course["rule"], [self.x])

    def step(self, gradient):
        self.x.grad = torch.tensor(gradient, dtype=torch.float64)
        self.optimizer.step()
        return self.x.tolist()


class Optimizer:
    """Gradient descent with the gradient clipped."""

    def __init__(self, problem):
        preconditioner = problem["preconditioner"]
        profile = preconditioner.get("profile", {})
        if preconditioner.get("partition") != "WHOLE" or profile.get("shape") != "HUBER":
            raise NotImplementedError("clipping by norm")
        self.bound = profile["width"]
        self.w = torch.tensor(problem["start"], dtype=torch.float64, requires_grad=True)
        self.steps, self.round = problem["steps"], 0
        self.optimizer = torch.optim.SGD([self.w], lr=1)

    def step(self, gradient):
        self.w.grad = torch.tensor(gradient, dtype=torch.float64).reshape(self.w.shape)
        CLIP([self.w], self.bound)
        self.optimizer.param_groups[0]["lr"] = self.steps[min(self.round, len(self.steps) - 1)]
        self.optimizer.step()
        self.round += 1
        return self.w.flatten().tolist()


for line in sys.stdin:
    message = json.loads(line)
    if "hello" in message:
        answer = {"version": 1}
    elif message["call"] == "begin":
        try:
            subject = {"Stepper": Stepper, "Optimizer": Optimizer}[message["role"]](message["instance"])
            answer = {"episode": message["episode"]}
        except NotImplementedError as reason:
            answer = {"notApplicable": str(reason)}
    else:
        answer = getattr(subject, message["call"])(*message["with"])
    print(json.dumps(answer), flush=True)
