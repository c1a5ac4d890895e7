package perennial.webhooks.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps secrets so that the database alone does not tell them: AES-GCM (NIST SP 800-38D) with 96 bits of fresh chance
 * before each, bound to the webhook's number, so that a sealed secret can't be moved to another row.
 */
public final class Seal {
    public static final int KEY_BYTES = 32;
    private static final int CHANCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom CHANCE = new SecureRandom();

    private final SecretKeySpec key;

    /** @param key of {@value #KEY_BYTES} bytes */
    public Seal(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("a key has " + KEY_BYTES + " bytes, not " + key.length);
        }
        this.key = new SecretKeySpec(key, "AES");
    }

    /** A secret of 256 bits of chance, as 43 characters. */
    public static String newSecret() {
        byte[] secret = new byte[32];
        CHANCE.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    public static byte[] newKey() {
        byte[] key = new byte[KEY_BYTES];
        CHANCE.nextBytes(key);
        return key;
    }

    public String close(long webhook, String secret) {
        byte[] chance = new byte[CHANCE_BYTES];
        CHANCE.nextBytes(chance);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, webhook, chance).doFinal(secret.getBytes(StandardCharsets.UTF_8));
            byte[] whole = ByteBuffer.allocate(chance.length + sealed.length)
                    .put(chance)
                    .put(sealed)
                    .array();
            return Base64.getEncoder().encodeToString(whole);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    /** Empty where it was sealed by another key, or for another webhook. */
    public Optional<String> open(long webhook, String sealed) {
        ByteBuffer whole = ByteBuffer.wrap(Base64.getDecoder().decode(sealed));
        byte[] chance = new byte[CHANCE_BYTES];
        whole.get(chance);
        byte[] rest = new byte[whole.remaining()];
        whole.get(rest);
        try {
            return Optional.of(
                    new String(cipher(Cipher.DECRYPT_MODE, webhook, chance).doFinal(rest), StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, long webhook, byte[] chance) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, chance));
        cipher.updateAAD(ByteBuffer.allocate(Long.BYTES).putLong(webhook).array());
        return cipher;
    }
}
