//! What tells one content from another.

/// A fingerprint of bytes (FNV-1a, 128 bits): stable, quick, and no secret.
pub(crate) fn fingerprint<'b>(pieces: impl IntoIterator<Item = &'b [u8]>) -> u128 {
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
    let mut hash: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    for piece in pieces {
        for byte in piece.iter().copied().chain(piece.len().to_le_bytes()) {
            hash = (hash ^ u128::from(byte)).wrapping_mul(PRIME);
        }
    }
    hash
}
