"""Reads a Hunspell dictionary: every form with what the dictionary says of its use in compounds."""

import re
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Flags:
    """The flags of one dictionary that speak of compounds."""

    long: bool  # flags are pairs of letters, else numbers with commas
    begin: frozenset  # the form may stand before another part
    end: frozenset  # the form, and those made of it, may stand last
    only: str  # the form stands in compounds alone


FLAGS = {
    "nl": Flags(True, frozenset({"Ca", "Cb"}), frozenset({"Cc"}), "Cx"),
    "da": Flags(False, frozenset({"32", "33"}), frozenset({"34", "39"}), "36"),
}


@dataclass
class Words:
    """The words of a language, in lower case, of letters alone."""

    stems: set = field(default_factory=set)  # entries of the dictionary
    forms: set = field(default_factory=set)  # entries and what is inflected of them
    begins: set = field(default_factory=set)  # forms that may begin a compound, linking letters and all
    ends: set = field(default_factory=set)  # forms that may end one
    roots: dict = field(default_factory=dict)  # the entries that a form is made of


def split_flags(text, long):
    if not text:
        return frozenset()
    return frozenset(text[i : i + 2] for i in range(0, len(text), 2)) if long else frozenset(text.split(","))


def read_rules(path, long):
    """The suffixes by flag: what is cut off, what is put on, the flags of the result, and where it holds."""
    rules = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        part = line.split("#")[0].split()
        if len(part) < 4 or part[0] != "SFX" or (part[2] in "YN" and part[3].isdigit()):
            continue
        add, _, flags = part[3].partition("/")
        where = part[4] if len(part) > 4 and not part[4].startswith(("ts:", "+")) else "."
        condition = None if where == "." else re.compile(f"(?:{where})$")
        rule = ("" if part[2] == "0" else part[2], "" if add == "0" else add, split_flags(flags, long), condition)
        rules.setdefault(part[1], []).append(rule)
    return rules


def read_entries(path, long):
    """The entries: word and flags; further spellings of a word stand as `al:` behind it."""
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        entry = re.split(r"[ \t](?:st|al|ph|ts|po):|\t", line)[0]
        word, _, flags = entry.partition("/")
        if word.strip():
            yield word.strip(), split_flags(flags.strip().split(" ")[0], long), re.findall(r"al:(\S+)", line)


def expand(word, flags, rules):
    """The forms of an entry, of two suffixes at most: form, its flags, and whether it is the entry."""
    todo = [(word, flags, 0)]
    while todo:
        form, own, depth = todo.pop()
        yield form, own, depth == 0
        for flag in sorted(own) if depth < 2 else ():
            for cut, add, following, condition in rules.get(flag, ()):
                if form.endswith(cut) and (condition is None or condition.search(form)):
                    todo.append((form[: len(form) - len(cut)] + add, following, depth + 1))


def is_word(form):
    return form.isalpha() and form == form.lower() and any(letter in VOWELS for letter in form)


VOWELS = frozenset("aeiouyæøåéèëïöüêâîûô")


def read(folder, language):
    """The words of the dictionary in `folder` (`index.aff`, `index.dic`)."""
    flags = FLAGS[language]
    rules = read_rules(folder / "index.aff", flags.long)
    words = Words()
    for entry, own, others in read_entries(folder / "index.dic", flags.long):
        entry_ends = bool(own & flags.end)
        plain = entry.replace("ĳ", "ij")
        for form, about, is_entry in expand(entry, own, rules):
            form = form.replace("ĳ", "ij")
            if not is_word(form):
                continue
            if about & flags.begin:
                words.begins.add(form)
            if is_entry:
                words.stems.add(form)
            else:
                words.roots.setdefault(form, set()).add(plain)
            if is_entry or flags.only not in about or "34" in about:
                words.forms.add(form)
                if entry_ends or "34" in about:
                    words.ends.add(form)
        for other in filter(is_word, others):
            words.forms.add(other)
            words.roots.setdefault(other, set()).add(plain)
    return words
