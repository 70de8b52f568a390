"""Writes words with labels as a minimal automaton without cycles, the form in which `src/text/joints.rs` reads them.

The file: one byte for the number of letters, that many letters as UTF-32 (little endian), then edges of 32 bits (little endian). The edges of
a node stand side by side, those of the root first. From the lowest bit: letter (6), last of its node (1), class on the left (3), class on
the right (3), leave whole (1), first edge of the node it leads to (18; 0 for a node without edges).
"""

import struct

LETTERS, EDGES = 1 << 6, 1 << 18


def write(labels, path):
    """`labels`: word to (left, right, whole)."""
    letters = sorted({letter for word in labels for letter in word})
    assert len(letters) <= LETTERS
    number = {letter: at for at, letter in enumerate(letters)}
    root = {}
    for word in sorted(labels):
        node = root
        for letter in word[:-1]:
            node = node.setdefault(letter, [0, {}])[1]
        edge = node.setdefault(word[-1], [0, {}])
        left, right, whole = labels[word]
        edge[0] = left | right << 3 | whole << 6
    nodes, known = [], {}

    def number_of(node):
        """Nodes from which the same words follow are one."""
        if not node:
            return None
        key = tuple((number[letter], label, number_of(below)) for letter, (label, below) in sorted(node.items()))
        if key not in known:
            known[key] = len(nodes)
            nodes.append(key)
        return known[key]

    number_of(root)
    nodes.reverse()
    starts, at = [], 0
    for node in nodes:
        starts.append(at)
        at += len(node)
    assert at <= EDGES
    out = bytearray([len(letters)])
    for letter in letters:
        out += struct.pack("<I", ord(letter))
    for node in nodes:
        for place, (letter, label, below) in enumerate(node):
            last = place == len(node) - 1
            target = 0 if below is None else starts[len(nodes) - 1 - below]
            out += struct.pack("<I", letter | last << 6 | label << 7 | target << 14)
    path.write_bytes(out)
    return at
