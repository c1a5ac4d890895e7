#!/usr/bin/env python3
"""Reference values for the value models, computed with mpmath at two precisions that must agree.

    pip install mpmath            (or Debian: apt-get install python3-mpmath)
    python3 btyd_grid.py [--seed N] [--customers N] [--models bg-nbd,...] > extremes.csv
    python3 btyd_grid.py --traits [--seed N] [--customers N] > traits.csv

Every customer has parameters drawn log-uniformly from 1e-4 to 1e4 (or put on a singular place of the published
formulas), a past, and what is asked of it. A row is

    model; quantity; parameters ...; x t_x T and what else is asked; value

which is what WideGridTest and, of customers with traits, TraitGridTest read. Formulas are those of the papers cited in the Java classes, written down in the
plainest form that has a value, not in the form in which the product computes them: logarithms of gamma functions
instead of rising factorials, an adaptive integral instead of fixed rules, sums over counts instead of integrals over the
chance of leaving. A value is written only where 60 digits and more digits agree to 20; what takes too long is left out,
and said on the standard error.
"""
import argparse
import multiprocessing
import random
import signal
import sys

from mpmath import mp, mpf, betainc, exp, hyp2f1, inf, log, log1p, loggamma, nstr, quad

DIGITS = (60, 110)
AGREED = mpf(10) ** -20
SECONDS = 12
SINGULAR = ["1", "0.999999999", "1.0000001", "0.5", "2"]
BETA_GEOMETRIC = ("bg-nbd", "mbg-nbd")
REGULAR = ("bg-cnbd", "mbg-cnbd")


# --- what all models share ---------------------------------------------------------------------------------------

def log_beta(a, b):
    return loggamma(a) + loggamma(b) - loggamma(a + b)


def log_sum(*logs):
    top = max(logs)
    return top + log(sum(exp(each - top) for each in logs)) if top > -inf else top


def staying(a, b, times):
    """The chance to stay so many times, of a customer whose chance of leaving is Beta(a, b)."""
    return exp(log_beta(a, b + times) - log_beta(a, b))


def falling(f, start, end, scale):
    """The integral of a function that falls fastest at its start: over pieces that double in length."""
    points = [start]
    step = min(scale, end - start)
    while points[-1] + step < end:
        points.append(points[-1] + step)
        step *= 2
    return quad(f, points + [end])


# --- BG/NBD and MBG/NBD, BG/CNBD-k and MBG/CNBD-k ------------------------------------------------------------------

class Geometric:
    """Customers who leave after a purchase; every k-th event of a Poisson process is one."""

    def __init__(self, name, parameters):
        self.k = int(parameters[0]) if name in REGULAR else 1
        self.r, self.alpha, self.a, self.b = parameters[-4:]
        self.first = 1 if name.startswith("m") else 0

    def parts(self, x, tx, T):
        """Logs of the joint probabilities of the past with being alive and with having left, without the gaps."""
        n = self.r + self.k * x
        stayed = x + self.first
        rate = loggamma(n) - loggamma(self.r) + self.r * log(self.alpha)
        phases = log(sum(exp(loggamma(n + j) - loggamma(n) - loggamma(j + 1)) * ((T - tx) / (self.alpha + T)) ** j
                         for j in range(self.k)))
        alive = rate - n * log(self.alpha + T) + phases + log_beta(self.a, self.b + stayed) - log_beta(self.a, self.b)
        if stayed == 0:
            return alive, -inf
        left = rate - n * log(self.alpha + tx) + log_beta(self.a + 1, self.b + stayed - 1) - log_beta(self.a, self.b)
        return alive, left

    def log_likelihood(self, x, tx, T):
        return log_sum(*self.parts(x, tx, T)) - x * loggamma(self.k)

    def alive(self, x, tx, T):
        alive, left = self.parts(x, tx, T)
        return 1 / (1 + exp(left - alive))

    def phases(self, x, tx, T):
        n = self.r + self.k * x
        weights = [exp(loggamma(n + j) - loggamma(n) - loggamma(j + 1)) * ((T - tx) / (self.alpha + T)) ** j
                   for j in range(self.k)]
        return [(n + j, weight / sum(weights)) for j, weight in enumerate(weights)]

    def at_least(self, x, tx, T, t, n):
        z = t / (self.alpha + T + t)
        come = sum(weight * betainc(n * self.k - j, shape, 0, z, regularized=True)
                   for j, (shape, weight) in enumerate(self.phases(x, tx, T)))
        return self.alive(x, tx, T) * come * staying(self.a, self.b + x + self.first, n - 1)

    def expected(self, x, tx, T, t):
        """Sum over the events to come of their probability times the purchases that they make up until leaving."""
        z = t / (self.alpha + T + t)
        total = mpf(0)
        for j, (shape, weight) in enumerate(self.phases(x, tx, T)):
            if shape * t / (self.alpha + T) > 30000 or t > 300 * (self.alpha + T):
                raise TimeoutError
            probability = exp(-shape * log1p(t / (self.alpha + T)))
            b = self.b + x + self.first
            stays, until, bought, i = mpf(1), mpf(0), 0, 0
            while True:
                while bought < (i + j) // self.k:
                    until += stays
                    stays *= (b + bought) / (self.a + b + bought)
                    bought += 1
                term = weight * probability * until
                total += term
                ratio = z * (shape + i) / (i + 1)
                if ratio < 1 and i > self.k and term < total * (1 - ratio) * mpf(10) ** -(mp.dps - 5):
                    break
                probability *= ratio
                i += 1
        return self.alive(x, tx, T) * total

    def expected_by_paper(self, x, tx, T, t):
        """Equation (10) of Fader, Hardie and Lee (2005); a moved by a hair where it is singular."""
        a = self.a + mpf(10) ** -(mp.dps // 2)
        mp.dps *= 2
        n, b, end = self.r + x, self.b + x + self.first, self.alpha + T
        value = (a + b - 1) / (a - 1) * (1 - (end / (end + t)) ** n * hyp2f1(n, b, a + b - 1, t / (end + t)))
        mp.dps //= 2
        return self.alive(x, tx, T) * value

    def exactly(self, t, n):
        """Of a new customer: the difference of two tails, for which there are digits enough."""
        mp.dps *= 2
        tail = lambda count: mpf(1) if count == 0 else self.at_least(0, mpf(0), mpf(0), t, count)
        value = tail(n) - tail(n + 1)
        mp.dps //= 2
        return value

    def discounted(self, x, tx, T, t, rate):
        """The purchases' density, discounted: (n/A) 2F1(n + 1, a; a + b; -u/A) of BG/NBD, integrated over u."""
        if self.k > 1:
            raise TimeoutError
        n, b, end = self.r + x, self.b + x + self.first, self.alpha + T
        f = lambda u: exp(-rate * u) * n / end * (1 + u / end) ** -self.a * hyp2f1(
            self.a, self.a + b - n - 1, self.a + b, u / (end + u))
        last = min(t, mp.dps * mpf(5) / 2 / rate)
        return self.alive(x, tx, T) * falling(f, mpf(0), last, min(end / max(1, n), 1 / rate) / 4)


# --- Pareto/NBD ----------------------------------------------------------------------------------------------------

class Pareto:
    def __init__(self, name, parameters):
        self.r, self.alpha, self.s, self.beta = parameters

    def parts(self, x, tx, T):
        n = self.r + x
        rate = loggamma(n) - loggamma(self.r) + self.r * log(self.alpha) + self.s * log(self.beta)
        alive = rate - n * log(self.alpha + T) - self.s * log(self.beta + T)
        if tx == T:
            return alive, -inf
        f = lambda u: exp(-n * log1p(u / (self.alpha + tx)) - (self.s + 1) * log1p(u / (self.beta + tx)))
        steep = n / (self.alpha + tx) + (self.s + 1) / (self.beta + tx)
        integral = falling(f, mpf(0), T - tx, 1 / steep)
        left = (rate + log(self.s) + log(integral)
                - n * log(self.alpha + tx) - (self.s + 1) * log(self.beta + tx))
        return alive, left

    def log_likelihood(self, x, tx, T):
        return log_sum(*self.parts(x, tx, T))

    def alive(self, x, tx, T):
        alive, left = self.parts(x, tx, T)
        return 1 / (1 + exp(left - alive))

    def expected(self, x, tx, T, t):
        """Equation (41) of note 009; s moved by a hair where it is singular."""
        alive = self.alive(x, tx, T)
        mp.dps *= 2
        s = self.s + mpf(10) ** -(mp.dps // 2)
        value = ((self.r + x) * (self.beta + T) / ((self.alpha + T) * (s - 1))
                 * (1 - ((self.beta + T) / (self.beta + T + t)) ** (s - 1)))
        mp.dps //= 2
        return alive * value

    def at_least(self, x, tx, T, t, n):
        """The n-th purchase comes at u, and the customer is alive then: over u, the density of its time."""
        shape, end, life = self.r + x, self.alpha + T, self.beta + T
        f = lambda q: exp(n * q - (n + shape) * log1p(exp(q)) - self.s * log1p(end * exp(q) / life)
                          - log_beta(mpf(n), shape))
        last = log(t / end)
        width = 1 / mp.sqrt(1 / (1 / mpf(n) + 1 / shape) + mpf(n) + self.s)
        top = min(last, log(mpf(n) / (shape + self.s)))
        points = [top]
        step = width
        while points[0] > top - (mp.dps + 60) * mpf(3) / n - 60 * width:
            points.insert(0, points[0] - step)
            step *= mpf(3) / 2
        step = width
        while points[-1] + step < last:
            points.append(points[-1] + step)
            step *= mpf(3) / 2
        if last > points[-1]:
            points.append(last)
        return self.alive(x, tx, T) * quad(f, points)

    def discounted(self, x, tx, T, t, rate):
        """The expected purchases' density, discounted."""
        life = self.beta + T
        f = lambda u: exp(-rate * u - self.s * log1p(u / life))
        last = min(t, mp.dps * mpf(5) / 2 / rate)
        return (self.alive(x, tx, T) * (self.r + x) / (self.alpha + T)
                * falling(f, mpf(0), last, 1 / (rate + self.s / life)))

    def dert(self, x, tx, T, rate):
        return self.discounted(x, tx, T, inf, rate)


# --- BG/BB ---------------------------------------------------------------------------------------------------------

class Occasions:
    def __init__(self, name, parameters):
        self.alpha, self.beta, self.gamma, self.delta = parameters

    def parts(self, x, tx, n):
        buys = lambda k: log_beta(self.alpha + x, self.beta + k - x) - log_beta(self.alpha, self.beta)
        alive = buys(n) + log_beta(self.gamma, self.delta + n) - log_beta(self.gamma, self.delta)
        if tx == n:
            return alive, -inf
        left = log_sum(*[buys(mpf(k)) + log_beta(self.gamma + 1, self.delta + k) - log_beta(self.gamma, self.delta)
                         for k in range(int(tx), int(n))])
        return alive, left

    def log_likelihood(self, x, tx, n):
        return log_sum(*self.parts(x, tx, n))

    def at_last(self, x, tx, n):
        alive, left = self.parts(x, tx, n)
        return 1 / (1 + exp(left - alive))

    def alive(self, x, tx, n):
        return self.at_last(x, tx, n) * (self.delta + n) / (self.gamma + self.delta + n)

    def lives(self, n, j):
        return exp(log_beta(self.gamma, self.delta + n + j) - log_beta(self.gamma, self.delta + n))

    def expected(self, x, tx, n, t):
        mean = (self.alpha + x) / (self.alpha + self.beta + n)
        return self.at_last(x, tx, n) * mean * sum(self.lives(n, mpf(j)) for j in range(1, int(t) + 1))

    def at_least(self, x, tx, n, t, m):
        """The m-th purchase comes on occasion j, with m - 1 on those before, and the customer is alive then."""
        a, b = self.alpha + x, self.beta + n - x
        come = lambda j: exp(loggamma(mpf(j)) - loggamma(mpf(m)) - loggamma(mpf(j - m + 1))
                             + log_beta(a + m, b + j - m) - log_beta(a, b))
        return self.at_last(x, tx, n) * sum(come(j) * self.lives(n, mpf(j)) for j in range(m, int(t) + 1))

    def dert(self, x, tx, n, rate):
        """Equation (15) of Fader, Hardie and Shang (2010), per period."""
        mean = (self.alpha + x) / (self.alpha + self.beta + n)
        factor = 1 / (1 + rate)
        return (self.at_last(x, tx, n) * mean * self.lives(n, mpf(1)) * factor
                * hyp2f1(1, self.delta + n + 1, self.gamma + self.delta + n + 1, factor))


# --- spend ---------------------------------------------------------------------------------------------------------

class Spend:
    def __init__(self, name, parameters):
        self.p, self.q, self.gamma = parameters

    def log_likelihood(self, x, m):
        return (-log_beta(self.p * x, self.q) + self.q * log(self.gamma) + (self.p * x - 1) * log(m)
                + self.p * x * log(x) - (self.p * x + self.q) * log(self.gamma + m * x))

    def mean(self, x, m):
        return self.p * (self.gamma + m * x) / (self.p * x + self.q - 1)


# --- traits --------------------------------------------------------------------------------------------------------

TRAITS = 2
INFLUENCES = {"pareto-nbd": [(1, -1), (3, -1)], "bg-nbd": [(1, -1), (2, 1), (3, 1)]}


def with_traits(name, parameters, traits):
    """The model of a customer with traits, from the four parameters and, per influence, a coefficient per trait."""
    own = list(parameters[:4])
    for i, (place, sign) in enumerate(INFLUENCES[name]):
        coefficients = parameters[4 + i * TRAITS: 4 + (i + 1) * TRAITS]
        own[place] *= exp(sign * sum(c * z for c, z in zip(coefficients, traits)))
    return MODELS[name](name, own)


# --- what is asked -------------------------------------------------------------------------------------------------

MODELS = {"bg-nbd": Geometric, "mbg-nbd": Geometric, "bg-cnbd": Geometric, "mbg-cnbd": Geometric,
          "pareto-nbd": Pareto, "bg-bb": Occasions, "gamma-gamma": Spend}


def slope(name, parameters, past, of):
    """Of the log-likelihood by the logarithm of a parameter, by central differences; k is not a number to be moved."""
    moving = of + (1 if name in REGULAR else 0)
    step = mpf(10) ** -(mp.dps // 3)

    def value(by):
        moved = [p * exp(by) if i == moving else p for i, p in enumerate(parameters)]
        return MODELS[name](name, moved).log_likelihood(*past)

    mp.dps *= 2
    difference = (value(step) - value(-step)) / (2 * step)
    mp.dps //= 2
    return difference


def slope_with_traits(name, parameters, past, of):
    """The same of a customer with traits; by a coefficient itself, which is a logarithm already."""
    step = mpf(10) ** -(mp.dps // 3)

    def value(by):
        moved = [(p * exp(by) if i < 4 else p + by) if i == of else p for i, p in enumerate(parameters)]
        return with_traits(name, moved, past[:TRAITS]).log_likelihood(*past[TRAITS:])

    mp.dps *= 2
    difference = (value(step) - value(-step)) / (2 * step)
    mp.dps //= 2
    return difference


def answers_with_traits(name, parameters, past, t):
    model = lambda: with_traits(name, parameters, past[:TRAITS])
    own = past[TRAITS:]
    yield "logLikelihood", [], lambda: model().log_likelihood(*own)
    yield "pAlive", [], lambda: model().alive(*own)
    yield "expectedPurchases", [t], lambda: model().expected(*own, t)
    for i in range(len(parameters)):
        yield f"slope{i}", [], lambda i=i: slope_with_traits(name, parameters, past, i)


def answers(name, parameters, past, t, count, rate):
    """The quantities of one customer: what is asked beyond the past, and how to know."""
    if len(parameters) > 5:
        yield from answers_with_traits(name, parameters, past, t)
        return
    model = MODELS[name](name, parameters)
    if name == "gamma-gamma":
        yield "logLikelihood", [], lambda: model.log_likelihood(*past)
        yield "expectedSpend", [], lambda: model.mean(*past)
        for i in range(3):
            yield f"slope{i}", [], lambda i=i: slope(name, parameters, past, i)
        return
    gapless = "logLikelihoodWithoutGaps" if name in REGULAR else "logLikelihood"
    yield gapless, [], lambda: model.log_likelihood(*past)
    yield "pAlive", [], lambda: model.alive(*past)
    yield "expectedPurchases", [t], lambda: model.expected(*past, t)
    yield "atLeast", [t, count], lambda: model.at_least(*past, t, count)
    for i in range(4):
        yield f"slope{i}", [], lambda i=i: slope(name, parameters, past, i)
    if name == "bg-nbd" or name == "mbg-nbd":
        yield "byPaper", [t], lambda: model.expected_by_paper(*past, t)
    if name in BETA_GEOMETRIC + REGULAR:
        yield "pmf", [t, count - 1], lambda: model.exactly(t, count - 1)
    if name in BETA_GEOMETRIC + ("pareto-nbd",):
        yield "discountedContinuously", [t, rate], lambda: model.discounted(*past, t, rate)
    if name in ("pareto-nbd", "bg-bb"):
        yield "dert", [rate], lambda: model.dert(*past, rate)


def tell(text):
    print(text, file=sys.stderr)


def stop(*_):
    raise TimeoutError


def exact(ask):
    """The value, if two precisions agree on it."""
    values = []
    for digits in DIGITS:
        mp.dps = digits
        values.append(+ask())
    low, high = values
    if abs(low - high) > AGREED * abs(high):
        raise ArithmeticError("the precisions differ")
    return high


def rows(job):
    name, parameters, past, t, count, rate = job
    lines = []
    signal.signal(signal.SIGALRM, stop)
    mp.dps = DIGITS[0]
    numbers = [mpf(float(p)) for p in parameters]
    given = [mpf(float(p)) for p in past]
    for quantity, asked, ask in answers(name, numbers, given, mpf(float(t)), count, mpf(float(rate))):
        shown = [repr(float(each)) if isinstance(each, mpf) else str(each) for each in asked]
        at = " ".join([repr(float(p)) for p in past] + shown)
        signal.setitimer(signal.ITIMER_REAL, SECONDS)
        depth = mp.dps
        try:
            value = exact(ask)
            lines.append(";".join([name, "expectedPurchases" if quantity == "byPaper" else quantity]
                                  + [repr(float(p)) for p in parameters]
                                  + [at, nstr(value, 20, min_fixed=-5, max_fixed=5)]))
        except Exception as why:  # whatever mpmath makes of extremes: the row is left out
            tell(f"left out: {name} {quantity} {parameters} {at}: {type(why).__name__}")
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            mp.dps = depth
    return lines


# --- who is asked --------------------------------------------------------------------------------------------------

def number(chance, low=-4, high=4):
    drawn = chance.random()
    if drawn < 0.15:
        return float(chance.choice(SINGULAR))
    if drawn < 0.25:
        return 10.0 ** chance.choice([low, high])
    return float(f"{10 ** chance.uniform(low, high):.6g}")


def past_of(name, chance):
    if name == "bg-bb":
        n = chance.choice([1, 2, 6, 20, 100, 500, 2000])
        x = min(n, chance.choice([0, 1, n, chance.randint(0, n)]))
        tx = 0 if x == 0 else chance.choice([x, n, chance.randint(x, n)])
        return [x, tx, n]
    if name == "gamma-gamma":
        return [chance.choice([1, 2, 5, 30, 1000, 5000]), float(f"{10 ** chance.uniform(-4, 5):.6g}")]
    x = chance.choice([0, 0, 1, 1, 2, 3, 5, 10, 30, 100, 300, 1000, 5000])
    T = float(f"{10 ** chance.uniform(-6, 6):.6g}")
    share = chance.choice([1.0, 1 - 1e-8, 1e-8, chance.random(), chance.random(), chance.random()])
    return [x, 0.0 if x == 0 else float(f"{T * share:.9g}"), T]


def customers(seed, count, models):
    chance = random.Random(seed)
    for name in models:
        for _ in range(count):
            size = 3 if name == "gamma-gamma" else 4
            parameters = [number(chance) for _ in range(size)]
            if size == 4 and name == "pareto-nbd" and chance.random() < 0.15:
                parameters[3] = parameters[1]
            if name in BETA_GEOMETRIC + REGULAR and parameters[2] < 1 and chance.random() < 0.15:
                parameters[3] = 1 - parameters[2]
            if name in REGULAR:
                parameters.insert(0, chance.choice([1, 2, 3, 5, 12]))
            past = past_of(name, chance)
            if name == "bg-bb":
                t = chance.choice([1, 5, 50, 200])
            else:
                t = float(f"{past[-1] * 10 ** chance.uniform(-4, chance.choice([3, 9])):.6g}")
            expected = [1, 1, 2, 3, 8, 40, 400] if name != "bg-bb" else [1, 2, min(t, 5)]
            rate = chance.choice([0.0001, 0.01, 0.1, 1.0]) if name == "bg-bb" else float(
                f"{10 ** chance.uniform(-2, 2) / t:.6g}")
            yield name, parameters, past, t, chance.choice(expected), rate


def customers_with_traits(seed, count):
    chance = random.Random(seed)
    for name, influences in INFLUENCES.items():
        for _ in range(count):
            parameters = [number(chance, -2, 3) for _ in range(4)]
            parameters += [round(chance.uniform(-2, 2), 3) for _ in range(len(influences) * TRAITS)]
            past = past_of(name, chance)
            traits = [chance.choice([0.0, 1.0]), round(chance.uniform(-3, 3), 2)]
            yield name, parameters, traits + past, float(f"{past[-1] * 10 ** chance.uniform(-2, 2):.6g}"), 1, 1


def main():
    options = argparse.ArgumentParser(description="Reference values for the value models.")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--customers", type=int, default=40, help="of each model")
    options.add_argument("--traits", action="store_true", help="of customers with traits")
    options.add_argument("--models", default=",".join(MODELS))
    options.add_argument("--processes", type=int, default=2)
    given = options.parse_args()
    jobs = list(customers_with_traits(given.seed, given.customers) if given.traits
                else customers(given.seed, given.customers, given.models.split(",")))
    print("model;quantity;parameters ...;x t_x T and what else is asked;value")
    with multiprocessing.Pool(given.processes) as pool:
        for lines in pool.imap(rows, jobs):
            for line in lines:
                print(line, flush=True)


if __name__ == "__main__":
    main()
