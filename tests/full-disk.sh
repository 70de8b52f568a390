#!/usr/bin/env bash
# Saves onto a disk that is full, by every command that writes: each says so with the name of its file, leaves what was there and what
# it reads, and no temporary file; when there is room again, it works. `tests/full-disk.sh target/debug/klantreis`
#
# The disk is a small tmpfs in a mount namespace of its own: as root, or with user namespaces. Where neither is allowed, it fails.
set -euo pipefail

if [ -z "${KLANTREIS_FULL_DISK:-}" ]; then
  program=$(realpath "$1")
  disk=$(mktemp -d)
  trap 'rmdir "$disk"' EXIT
  export KLANTREIS_FULL_DISK=$disk
  if [ "$(id -u)" -eq 0 ]; then unshare --mount "$0" "$program"; else unshare --user --map-root-user --mount "$0" "$program"; fi
  exit
fi

program=$1
disk=$KLANTREIS_FULL_DISK
fixtures=$(dirname "$(realpath "$0")")/../fixtures
mount -t tmpfs -o size=512k,nr_inodes=64 none "$disk"
cd "$disk"
cp "$fixtures/zwembad.json" a.json
cp "$fixtures/schriften.json" b.json
cp "$fixtures/import/ijssalon.csv" table.csv
mkdir out

lines=(
  'export a.json -o out/a.svg'
  'export a.json -o out/a.pdf'
  'export a.json -o out/a.xlsx'
  'export a.json -o out/a.csv'
  'export a.json -o out/new/'
  'export a.json b.json --combine -o out/all.csv'
  'check a.json --report out/k.html --report out/k.xlsx --report out/k.json'
  'merge a.json b.json -o out/all.json'
  'import table.csv -o out/table.json'
  'new -o out/new.json'
  'new -o out/new.xlsx'
  'schema -o out/schema.json'
  'fmt a.json'
)
failed=0

# Every file with its checksum.
files() {
  find . -type f ! -name filler -exec sha256sum {} + | sort
}

wrong() {
  printf '%s: %s\n' "$1" "$2"
  failed=1
}

refused() {
  before=$(files)
  for line in "${lines[@]}"; do
    status=0
    read -ra arguments <<<"$line"
    said=$("$program" "${arguments[@]}" --quiet 2>&1 >/dev/null) || status=$?
    [ "$status" -eq 1 ] || wrong "$1, $line" "status $status: $said"
    [[ $said == *'cannot write '* && $said != *.klantreis-* ]] || wrong "$1, $line" "it says: $said"
    [ "$(files)" = "$before" ] || wrong "$1, $line" 'the files are others'
    [ ! -e out/new ] || wrong "$1, $line" 'a folder is left that was made in vain'
  done
}

echo 'Earlier outputs, and no room' && cp table.csv out/a.csv
head -c 1M /dev/zero >filler 2>/dev/null || true
refused 'no room'
rm filler

echo 'Room, and no inode'
mkdir full && for number in $(seq 64); do : >"full/$number" || break; done 2>/dev/null
refused 'no inode'
rm -r full

echo 'Read-only'
mount -o remount,ro "$disk"
refused 'read-only'
mount -o remount,rw "$disk"

echo 'Room again'
for line in "${lines[@]}"; do
  read -ra arguments <<<"$line"
  "$program" "${arguments[@]}" --quiet 2>said >/dev/null || wrong 'room again' "$line: $(cat said)"
  case $line in fmt*) ;; *) rm -rf out && mkdir out ;; esac
done
[ -z "$(find . -name '.klantreis-*')" ] || wrong 'at the end' 'temporary files are left'
exit "$failed"
