package canon.cpp.cloudservice.testing.internal.identity.crypto;

import static canon.cpp.cloudservice.testing.internal.identity.crypto.Der.bits;
import static canon.cpp.cloudservice.testing.internal.identity.crypto.Der.explicit;
import static canon.cpp.cloudservice.testing.internal.identity.crypto.Der.implicit;
import static canon.cpp.cloudservice.testing.internal.identity.crypto.Der.nothing;
import static canon.cpp.cloudservice.testing.internal.identity.crypto.Der.octets;
import static canon.cpp.cloudservice.testing.internal.identity.crypto.Der.oid;
import static canon.cpp.cloudservice.testing.internal.identity.crypto.Der.sequence;
import static canon.cpp.cloudservice.testing.internal.identity.crypto.Der.set;
import static canon.cpp.cloudservice.testing.internal.identity.crypto.Der.time;
import static canon.cpp.cloudservice.testing.internal.identity.crypto.Der.utf8;
import static canon.cpp.cloudservice.testing.internal.identity.crypto.Der.yes;

import canon.cpp.cloudservice.testing.internal.identity.text.Base64Url;
import canon.cpp.cloudservice.testing.internal.identity.text.DerivedIds;
import canon.cpp.cloudservice.testing.internal.wire.Digests;
import canon.cpp.cloudservice.testing.internal.wire.IpLiterals;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Creates X.509 certificates (RFC 5280); the JDK has no public API for that. They are valid from
 * 2020 to 2049, whatever the clock of a test says, because TLS uses the machine's clock.
 */
public final class Certificates {
  private static final Instant NOT_BEFORE = Instant.parse("2020-01-01T00:00:00Z");
  private static final Instant NOT_AFTER = Instant.parse("2049-12-31T23:59:59Z");
  private static final byte[] LOOPBACK_4 = {127, 0, 0, 1};
  private static final byte[] LOOPBACK_6 = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};

  private Certificates() {}

  /** Returns a self-signed certificate of an authority. */
  public static X509Certificate authority(String name, KeyPair keys) {
    byte[] extensions =
        sequence(
            critical("2.5.29.19", sequence(yes())),
            critical("2.5.29.15", bits(1, (byte) 0b0000_0110)),
            extension("2.5.29.14", octets(keyId(keys.getPublic()))));
    return issue(name, keys.getPublic(), name, keys.getPrivate(), extensions);
  }

  /** Returns a certificate for a server on this machine, with further names if needed. */
  static X509Certificate server(
      PublicKey key, List<String> otherNames, String authorityName, KeyPair authority) {
    List<byte[]> names = new ArrayList<>();
    names.add(implicit(2, "localhost".getBytes(StandardCharsets.US_ASCII)));
    names.add(implicit(7, LOOPBACK_4));
    names.add(implicit(7, LOOPBACK_6));
    otherNames.forEach(name -> names.add(alternative(name)));
    byte[] extensions =
        sequence(
            critical("2.5.29.19", sequence()),
            critical("2.5.29.15", bits(7, (byte) 0b1000_0000)),
            extension("2.5.29.37", sequence(oid("1.3.6.1.5.5.7.3.1"))),
            extension("2.5.29.17", sequence(names.toArray(new byte[0][]))),
            extension("2.5.29.14", octets(keyId(key))),
            extension("2.5.29.35", sequence(implicit(0, keyId(authority.getPublic())))));
    return issue("localhost", key, authorityName, authority.getPrivate(), extensions);
  }

  private static byte[] alternative(String name) {
    return IpLiterals.parse(name)
        .map(address -> implicit(7, address.getAddress()))
        .orElseGet(() -> implicit(2, name.getBytes(StandardCharsets.US_ASCII)));
  }

  /** Returns a self-signed certificate with which an application authenticates. */
  public static X509Certificate forProgram(String name, KeyPair keys) {
    byte[] extensions =
        sequence(
            critical("2.5.29.19", sequence()), critical("2.5.29.15", bits(7, (byte) 0b1000_0000)));
    return issue(name, keys.getPublic(), name, keys.getPrivate(), extensions);
  }

  /**
   * Returns a certificate of the kind that a test needs, issued by the given authority.
   *
   * <p>Two certificates of one issuer must not have the same serial number, so it follows from the
   * key.
   */
  public static X509Certificate issued(
      String subject,
      PublicKey key,
      List<String> names,
      Instant notBefore,
      Instant notAfter,
      String issuer,
      KeyPair issuerKeys) {
    String usage = names.isEmpty() ? "1.3.6.1.5.5.7.3.2" : "1.3.6.1.5.5.7.3.1";
    List<byte[]> extensions = new ArrayList<>();
    extensions.add(critical("2.5.29.19", sequence()));
    extensions.add(critical("2.5.29.15", bits(7, (byte) 0b1000_0000)));
    extensions.add(extension("2.5.29.37", sequence(oid(usage))));
    if (!names.isEmpty()) {
      byte[][] alternatives = names.stream().map(Certificates::alternative).toArray(byte[][]::new);
      extensions.add(extension("2.5.29.17", sequence(alternatives)));
    }
    extensions.add(extension("2.5.29.14", octets(keyId(key))));
    extensions.add(extension("2.5.29.35", sequence(implicit(0, keyId(issuerKeys.getPublic())))));
    return issue(
        subject,
        key,
        notBefore,
        notAfter,
        issuer,
        issuerKeys.getPrivate(),
        sequence(extensions.toArray(new byte[0][])));
  }

  private static X509Certificate issue(
      String subject, PublicKey key, String issuer, PrivateKey signer, byte[] extensions) {
    return issue(subject, key, NOT_BEFORE, NOT_AFTER, issuer, signer, extensions);
  }

  private static X509Certificate issue(
      String subject,
      PublicKey key,
      Instant notBefore,
      Instant notAfter,
      String issuer,
      PrivateKey signer,
      byte[] extensions) {
    boolean rsa = signer.getAlgorithm().equals("RSA");
    byte[] algorithm =
        rsa
            ? sequence(oid("1.2.840.113549.1.1.11"), nothing())
            : sequence(oid("1.2.840.10045.4.3.2"));
    byte[] content =
        sequence(
            explicit(0, Der.integer(BigInteger.TWO)),
            Der.integer(serial(subject, key)),
            algorithm,
            name(issuer),
            sequence(time(notBefore), time(notAfter)),
            name(subject),
            key.getEncoded(),
            explicit(3, extensions));
    try {
      Signature signature = Signature.getInstance(rsa ? "SHA256withRSA" : "SHA256withECDSA");
      signature.initSign(signer);
      signature.update(content);
      byte[] whole = sequence(content, algorithm, bits(signature.sign()));
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(whole));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A certificate could not be made", e);
    }
  }

  private static byte[] name(String commonName) {
    return sequence(set(sequence(oid("2.5.4.3"), utf8(commonName))));
  }

  private static byte[] extension(String id, byte[] value) {
    return sequence(oid(id), octets(value));
  }

  private static byte[] critical(String id, byte[] value) {
    return sequence(oid(id), yes(), octets(value));
  }

  private static byte[] keyId(PublicKey key) {
    return Arrays.copyOf(Digests.sha256(key.getEncoded()), 20);
  }

  /** Returns two certificates of one issuer must not share a number, so it follows from the key. */
  private static BigInteger serial(String subject, PublicKey key) {
    byte[] digest = DerivedIds.digest(subject, Base64Url.encode(key.getEncoded()));
    return new BigInteger(1, Arrays.copyOf(digest, 15));
  }
}
