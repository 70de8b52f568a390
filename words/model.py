"""Learns from the compounds among the words of a dictionary how sure a sign each part is of a joint.

A word that ends in "handeling" is nearly always a compound of something and "handeling"; one that ends in "ster" seldom is. How often, is
counted over the whole dictionary: which of its words are compounds is not known, so that the counts and the judgement of the words are
made better in turns (expectation maximisation).
"""

from collections import Counter

# Prefixes, suffixes and short words that stand before or behind a stem without making a compound of it.
AFFIXES = {
    "nl": frozenset(
        "mede aan af bij door in mee na om on onder op over toe uit voor tegen mis her be ge ver ont te der den des per tot als van het een sen "
        "ven ren ten nen len men pen ber ter ker ner ler ser fer de she lijk baar ling ing heid schap dom loos zaam achtig pre".split()
    ),
    "da": frozenset(
        "af an be bi for fore fra ge gen hen i ind med mis mod ned om op over på sam til u ud und under ved er en et ens ers ne det den sen ser ter "
        "der ning hed skab dom løs bar lig else".split()
    ),
}
ROUNDS = 4
# The odds of a joint before anything is known of the parts; what a hyphenation point speaks for it, and what a missing one against.
JOINT, AT_POINT, OFF_POINT = 1.5, 1.6, 0.25
# What the length of a part in letters speaks for it.
LENGTH = {2: 0.05, 3: 0.35, 4: 0.8, 5: 1.1, 6: 1.5}
LONG = 2.0
# A part that was never seen counts as one that was right this often of so many times.
PRIOR, TIMES = 0.5, 1.2
SUREST = 0.98
# A word is a compound if this much speaks for it.
COMPOUND = 0.2


def odds(chance):
    return chance / (1 - chance)


class Model:
    """What was learnt: `left` and `right`, how often a part that can stand before or behind a joint does so; `splits`, how each compound is
    divided and how sure that is."""

    def __init__(self, words, language, patterns):
        self.affixes = AFFIXES[language]
        self.begins = words.begins
        linked = {stem + "s" for stem in words.stems if len(stem) >= 3 and not stem.endswith("s")}
        lefts = {w for w in words.begins | words.stems | linked if len(w) >= 2 and w not in self.affixes}
        rights = {w for w in words.stems if len(w) >= 3 and w not in self.affixes}
        self.starting, self.ending, self.pairs = Counter(), Counter(), {}
        for word in sorted(w for w in words.stems if len(w) >= 6):
            for at in range(2, len(word) - 2):
                left, right = word[:at], word[at:]
                self.starting[left] += left in lefts
                self.ending[right] += right in rights
                if left in lefts and right in rights:
                    self.pairs.setdefault(word, []).append((left, right))
        self.at_points = {
            word: [len(left) in points for left, _ in pairs]
            for word, pairs in self.pairs.items()
            for points in [patterns.points(word)]
        }
        self.learn()

    def learn(self):
        hits = Counter(), Counter()
        for word, pairs in self.pairs.items():
            for (left, right), at_point in zip(pairs, self.at_points[word]):
                hits[0][left] += 1 if at_point else OFF_POINT
                hits[1][right] += 1 if at_point else OFF_POINT
        self.estimate(hits)
        for _ in range(ROUNDS):
            hits = Counter(), Counter()
            self.chances = {word: self.judge(word) for word in self.pairs}
            for word, chances in self.chances.items():
                for (left, right), chance in zip(self.pairs[word], chances):
                    hits[0][left] += chance
                    hits[1][right] += chance
            self.estimate(hits)
        self.sure = {word: sum(chances) for word, chances in self.chances.items()}
        self.compounds = {word for word, chance in self.sure.items() if chance >= COMPOUND}

    def estimate(self, hits):
        def share(seen, hits):
            return {part: min(SUREST, (hits[part] + PRIOR) / (n + TIMES)) for part, n in seen.items() if n}

        self.left, self.right = share(self.starting, hits[0]), share(self.ending, hits[1])

    def judge(self, word):
        """The chance of each way to divide the word."""
        weights = []
        for (left, right), at_point in zip(self.pairs[word], self.at_points[word]):
            weight = JOINT * odds(self.left[left]) * odds(self.right[right]) * (1 if left in self.begins else 0.3)
            weight *= LENGTH.get(len(left), LONG) * LENGTH.get(len(right), LONG) * (AT_POINT if at_point else OFF_POINT)
            weights.append(weight)
        return [weight / (1 + sum(weights)) for weight in weights]

    def best(self, word):
        """The most likely joint of a word (letters before it) and its chance."""
        at = max(range(len(self.pairs[word])), key=self.chances[word].__getitem__)
        return len(self.pairs[word][at][0]), self.chances[word][at]
