"""Liang's hyphenation patterns: where a word may be hyphenated, as evidence of joints."""

import re


class Patterns:
    def __init__(self, path):
        """`path`: a file of `hyphenation.<language>`: under each length, patterns of that length strung together."""
        self.values = {}
        for length, run in re.findall(r'(\d+)\s*:\s*"([^"]*)"', path.read_text(encoding="utf-8")):
            length = int(length)
            for start in range(0, len(run), length):
                self.add(run[start : start + length])
        self.longest = max(map(len, self.values))

    def add(self, pattern):
        letters, values = "", [0]
        for sign in pattern:
            if sign.isdigit():
                values[-1] = int(sign)
            else:
                letters += sign
                values.append(0)
        self.values[letters] = values

    def points(self, word):
        """The letters of `word` before which it may be hyphenated."""
        text = f"_{word}_"
        best = [0] * (len(text) + 1)
        for start in range(len(text)):
            for end in range(start + 1, min(len(text), start + self.longest) + 1):
                for offset, value in enumerate(self.values.get(text[start:end], ())):
                    best[start + offset] = max(best[start + offset], value)
        return {at for at in range(2, len(word) - 1) if best[at + 1] % 2}
