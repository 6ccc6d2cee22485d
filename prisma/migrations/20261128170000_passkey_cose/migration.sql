-- Public keys of passkeys are kept as authenticators write them, COSE keys in CBOR (RFC 9053, 7.1 and 7.2; RFC 8230, 4), no more as
-- browsers hand them to pages, SubjectPublicKeyInfo in DER. The three kinds that were ever asked for have a head of a fixed length in DER:
-- ES256 (RFC 5480), EdDSA (RFC 8410), and RS256 (RFC 8017) of 2,048 bits and more with the exponent 65,537, as authenticators have it.
-- What is none of them signs nobody in and stays until its owner takes it away.
UPDATE auth.passkey
SET public_key = CASE
  WHEN substring(public_key FOR 27) = '\x3059301306072a8648ce3d020106082a8648ce3d03010703420004'::bytea AND length(public_key) = 91
    THEN '\xa5010203262001215820'::bytea || substring(public_key FROM 28 FOR 32) || '\x225820'::bytea || substring(public_key FROM 60)
  WHEN substring(public_key FOR 12) = '\x302a300506032b6570032100'::bytea AND length(public_key) = 44
    THEN '\xa4010103272006215820'::bytea || substring(public_key FROM 13)
  WHEN substring(public_key FROM 5 FOR 16) = '\x300d06092a864886f70d010101050003'::bytea AND substring(public_key FROM length(public_key) - 4) = '\x0203010001'::bytea
    THEN '\xa40103033901002059'::bytea || substring(int4send(length(public_key) - 38) FROM 3) || substring(public_key FROM 34 FOR length(public_key) - 38) || '\x2143010001'::bytea
  ELSE public_key
END;
COMMENT ON COLUMN auth.passkey.public_key IS 'A COSE key in CBOR.';
