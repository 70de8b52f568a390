"""Makes of what was learnt the list that the program carries: parts of compounds, each with two classes, and words to leave whole.

A class says how sure a part is as the left and as the right one of a joint: 0 for never, 1 to 7 for the steps below. `src/text/joints.rs`
divides words by this list, with the weights that stand there; `divide` here is the same search, so that the list can be tried while it is made.
"""

from model import AFFIXES

# The class of a chance is the number of these that it reaches; what speaks for a joint is the logarithm of its odds, in twentieths.
STEPS = (0.03, 0.1, 0.25, 0.42, 0.6, 0.8, 0.92)
MIDDLES = (0, 0.06, 0.17, 0.33, 0.5, 0.7, 0.86, 0.95)
WEIGHTS = (None, -60, -32, -14, 0, 18, 40, 64)
LENGTHS = {2: -60, 3: -12, 4: -4, 5: 2, 6: 8}
LONG = 14
AT_POINT, OFF_POINT = 18, -20
LEAST = -34
# The least chance of a part with a linking s that the dictionary does not have as a form.
LINKED = 0.4
# Words that the search would divide with less than this, though the dictionary does not look like it, are left whole.
DOUBT = 10
# The same where hardly anything speaks for a compound in the dictionary.
REFUSED = 0.05
# Words of fewer letters are not divided at all.
SHORTEST = 8


def step(chance):
    return sum(chance >= limit for limit in STEPS)


class Parts:
    def __init__(self, words, model, language, kept_apart, own, patterns):
        self.words, self.model, self.kept_apart, self.patterns = words, model, kept_apart, patterns
        self.affixes, self.genitive = AFFIXES[language], language == "da"
        self.classes = {}
        self.whole = set()
        self.add_lefts()
        self.add_rights()
        self.weigh_endings()
        self.fill_gaps()
        for part, (left, right) in own.items():
            self.raise_to(part, left, right)
        self.close()
        self.leave_whole()

    def raise_to(self, part, left, right):
        have = self.classes.get(part, (0, 0))
        self.classes[part] = (max(have[0], left), max(have[1], right))

    def is_compound(self, form):
        """Compounds are left out: they are divided by their parts."""
        if form in self.kept_apart or form in self.model.compounds:
            return True
        roots = self.words.roots.get(form, ())
        return bool(roots) and form not in self.words.stems and all(r in self.model.compounds or r in self.kept_apart for r in roots)

    def add_lefts(self):
        for form in self.words.begins | self.words.stems:
            if len(form) < 2 or form in self.affixes or self.is_compound(form):
                continue
            begins = form in self.words.begins
            chance = self.model.left.get(form)
            if chance is None:
                chance = 0.42 if begins else 0.25 if form in self.words.ends else 0
            elif not begins:
                chance *= 0.6
            if step(chance):
                self.raise_to(form, step(chance), 0)
        # Stems with an s that links them to what follows, where the dictionary has compounds of that kind but no such form.
        for form, chance in self.model.left.items():
            linked = form.endswith("s") and form[:-1] in self.words.stems and form not in self.words.begins and form not in self.words.stems
            if linked and chance >= LINKED and form not in self.affixes and not self.is_compound(form[:-1]):
                self.raise_to(form, step(chance * 0.6), 0)

    def stems_of(self, form):
        """The entries that a form is, or is made of."""
        return {stem for stem in {form} | self.words.roots.get(form, set()) if stem in self.words.stems}

    def add_rights(self):
        for form in self.words.forms:
            if len(form) < 3 or form in self.affixes or self.is_compound(form):
                continue
            stems = {stem for stem in self.stems_of(form) if len(stem) > 2 and stem not in self.affixes}
            chance = max((self.model.right.get(stem, 0.42 if stem in self.words.ends else 0) for stem in stems), default=0)
            if not chance and self.genitive and form in self.words.ends and len(form) > 5:
                chance = 0.3
            if step(chance):
                self.raise_to(form, 0, step(chance))

    def weigh_endings(self):
        """An inflected part is no surer than the forms that end in it allow: `netje` is of `net`, but also the end of `kanonnetje`."""
        seen, right = {}, {}
        rights = {part for part, (_, right) in self.classes.items() if right}
        for form in self.words.forms - self.kept_apart:
            if len(form) < 6:
                continue
            joints = dict(self.model.best(stem) for stem in sorted(self.stems_of(form)) if stem in self.model.pairs)
            for at in range(2, len(form) - 2):
                if form[at:] in rights:
                    seen[form[at:]] = seen.get(form[at:], 0) + 1
                    right[form[at:]] = right.get(form[at:], 0) + joints.get(at, 0)
        for part in rights:
            left, old = self.classes[part]
            chance = (right.get(part, 0) + 2 * MIDDLES[old]) / (seen.get(part, 0) + 2)
            self.classes[part] = (left, min(old + 1, step(chance)))

    def fill_gaps(self):
        """What the dictionary shows on one side only may stand on the other too, and so may long words that it shows on neither."""
        for part, (left, right) in sorted(self.classes.items()):
            if part in self.words.stems and part not in self.affixes and len(part) > 2:
                self.raise_to(part, 1 if right >= 3 else 0, 1 if left >= 4 and len(part) > 3 else 0)
        for stem in self.words.stems:
            if len(stem) >= 6 and stem not in self.affixes and not self.is_compound(stem):
                self.raise_to(stem, 2, 2)
        if self.genitive:
            for part, (_, right) in sorted(self.classes.items()):
                if part in self.words.stems and right >= 3 and len(part) > 3 and not part.endswith("s"):
                    self.raise_to(part + "s", 3, 0)
            # The search takes a genitive for the form without its s.
            for part, (left, right) in sorted(self.classes.items()):
                if right and part.endswith("s") and self.classes.get(part[:-1], (0, 0))[1]:
                    self.classes[part] = (left, 0)
        else:
            for form in self.words.forms - self.words.stems:
                if len(form) > 5 and form.endswith(("en", "s")) and not self.is_compound(form):
                    ends = (stem for stem in self.stems_of(form) if stem in self.words.ends)
                    if any(self.classes.get(stem, (0, 0))[1] >= 2 for stem in ends):
                        self.raise_to(form, 2, 0)
        self.classes = {part: classes for part, classes in self.classes.items() if any(classes)}

    def close(self):
        """A compound that is not divided by its parts is a part itself."""
        for word in sorted(self.model.compounds - self.kept_apart, key=lambda word: (len(word), word)):
            if not self.divide(word):
                self.raise_to(word, step(self.model.left.get(word, 0.35)), step(self.model.right.get(word, 0.42)))
        # The same for compounds before a joint, with their linking letters: `morgenmads`.
        for form in sorted(self.words.begins - self.kept_apart, key=lambda form: (len(form), form)):
            if self.is_compound(form) and not self.leads_on(form):
                self.raise_to(form, step(self.model.left.get(form, 0.35)), 0)

    def leave_whole(self):
        """Simple words that the search would divide: as words they are left whole, as parts they are made surer than their pieces."""
        for form in sorted(self.words.forms - self.kept_apart):
            if len(form) < SHORTEST - 1 or self.is_compound(form):
                continue
            # Hyphenation points are looked for only where the search finds joints when it may divide anywhere.
            if not self.divide(form, range(len(form))):
                continue
            score, joints = self.search(form, self.patterns.points(form))
            if not joints or score >= DOUBT and self.model.sure.get(form, 1) >= REFUSED:
                continue
            if len(form) >= SHORTEST:
                self.whole.add(form)
            enough = sum(weight + LENGTHS.get(len(form), LONG) <= score for weight in WEIGHTS[1:]) + 1
            left, right = self.classes.get(form, (0, 0))
            self.raise_to(form, min(enough, 7) if left else 0, min(enough, 7) if right else 0)

    def divide(self, word, points=None):
        """The joints of a word; none if it is none or nothing is sure enough."""
        return self.search(word, self.patterns.points(word) if points is None else points)[1]

    def leads_on(self, form):
        """Whether the parts of a form make a way to a joint behind it."""
        points = self.patterns.points(form) | {len(form)}
        return self.ways(form, points, len(form) + 1).get(len(form), (LEAST, ()))[0] > LEAST

    def search(self, word, points):
        """What speaks for the best way to divide a word, and its joints: none if that is too little."""
        end = (float("-inf"), ())
        for start, (score, joints) in sorted(self.ways(word, points, len(word)).items()):
            right = self.right_class(word, start) if start else 0
            if right:
                weight = score + WEIGHTS[right] + LENGTHS.get(len(word) - start, LONG)
                if weight > end[0]:
                    end = (weight, joints)
        return end if end[0] > LEAST else (end[0], ())

    def ways(self, word, points, behind):
        """The best way to each joint before letter `behind`: what speaks for it, and the joints up to there."""
        best = {0: (0, ())}
        for start in range(len(word) - 1):
            if start not in best:
                continue
            score, joints = best[start]
            for stop in range(start + 2, min(len(word) + 1, behind)):
                left, right = self.classes.get(word[start:stop], (0, 0))
                if left:
                    weight = WEIGHTS[left]
                    if start and right:
                        weight = max(weight, (weight + WEIGHTS[right]) // 2)
                    weight += LENGTHS.get(stop - start, LONG) + (AT_POINT if stop in points else OFF_POINT)
                    if stop not in best or score + weight > best[stop][0]:
                        best[stop] = (score + weight, joints + (stop,))
        return best

    def right_class(self, word, start):
        right = self.classes.get(word[start:], (0, 0))[1]
        if not right and self.genitive and word.endswith("s"):
            return self.classes.get(word[start:-1], (0, 0))[1]
        return right
