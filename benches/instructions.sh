#!/usr/bin/env bash
# Instructions for each of eight generated journeys to all four formats, by one worker, beside the recorded figure.
#
#   benches/instructions.sh            prints the figure, and fails where it is more than 3 % over the recorded one
#   benches/instructions.sh record     records it anew, in benches/instructions.txt
#
# It asks the program that the tests have built, which is there in minutes less than a release build and does the same work in more
# instructions. valgrind counts. Other compilers and processors come to other figures, which say nothing beside that: then it only prints them.
set -euo pipefail
cd "$(dirname "$0")/.."

journeys=8
margin=3 # %
record=benches/instructions.txt

# With what the tests ask for besides, and in the parts that CI builds it in: other parts come to another figure.
export CARGO_INCREMENTAL=0
cargo test --quiet --locked --no-run --test it
program=$(realpath "${CARGO_TARGET_DIR:-target}/debug/klantreis")

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/in"
# The journeys of `cargo bench --bench batch`, without what it takes to build that.
rustc --edition 2024 --crate-name class -o "$work/class" - <<END
#[path = "$PWD/tests/support/class.rs"]
mod class;
fn main() {
    for number in 0..$journeys {
        std::fs::write(format!("$work/in/{number:05}.json"), class::journey(number)).unwrap();
    }
}
END
"$work/class"

# Nothing of who runs it: neither variables nor names of folders.
(
  cd "$work"
  env -i HOME=/nonexistent LC_ALL=C.UTF-8 "$(command -v valgrind)" --tool=callgrind --callgrind-out-file=/dev/null \
    "$program" export in --paper A1 --quiet --jobs 1 -o out --to svg,pdf,xlsx,csv >said 2>&1
) || { cat "$work/said"; exit 1; }
# A poster of several pages is several SVG.
files=$(find "$work/out" -type f | wc -l)
[ "$files" -ge $((journeys * 4)) ] || { echo "only $files files came out"; exit 1; }
count=$(sed -n 's/.*Collected : *\([0-9]*\).*/\1/p' "$work/said")
each=$((count / journeys))

avx=$(grep -qw avx2 /proc/cpuinfo && echo ' with AVX2' || true)
where="$(rustc --version | cut -d' ' -f1,2), $(uname -m)$avx"
if [ "${1:-}" = record ]; then
  printf '%s instructions for each journey\n%s\n' "$each" "$where" >"$record"
  cat "$record"
  exit
fi
recorded=$(sed -n '1s/ .*//p' "$record")
there=$(sed -n 2p "$record")
printf '%s instructions for each journey; recorded %s (%s)\n' "$each" "$recorded" "$there"
if [ "$where" != "$there" ]; then
  echo "This is $where: no figure of it is recorded, and none is compared. 'benches/instructions.sh record' records it."
  exit
fi
awk -v now="$each" -v then="$recorded" -v margin=$margin 'BEGIN {
  grown = 100 * (now / then - 1)
  printf "%+.2f %%, and up to %+d %% is let pass\n", grown, margin
  exit grown > margin
}' || { echo "It does more than it did. If that is worth it: 'benches/instructions.sh record', and say in the commit for what."; exit 1; }
