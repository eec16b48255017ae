package canon.cpp.cloudservice.examples.remotecontrolapp

import java.io.IOException
import java.nio.channels.FileChannel
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.StandardCopyOption.ATOMIC_MOVE
import java.nio.file.StandardCopyOption.REPLACE_EXISTING
import java.nio.file.StandardOpenOption.CREATE
import java.nio.file.StandardOpenOption.TRUNCATE_EXISTING
import java.nio.file.StandardOpenOption.WRITE
import java.nio.ByteBuffer
import java.time.Clock
import java.time.Duration
import java.time.Instant
import java.time.format.DateTimeParseException
import java.util.UUID

/**
 * The key of an activation whose result the app does not know yet. It is in a file before the
 * request leaves, so an app that is killed and started again repeats the request under the same key.
 *
 * On Android the file is in `Context.getNoBackupFilesDir()`: a backup on another phone must not
 * bring a key back. The key is no secret.
 */
class PendingActivation(private val file: Path, private val clock: Clock) {
    /** Returns the key of the activation that is not finished; creates and stores one if there is none. */
    @Throws(IOException::class)
    fun key(): String {
        val stored = read()
        if (stored != null && stored.isUsableAt(clock.instant())) {
            return stored.key
        }
        val created = Stored(UUID.randomUUID().toString(), clock.instant())
        write(created)
        return created.key
    }

    /** Whether an activation is not finished. */
    fun exists(): Boolean = Files.exists(file)

    /** Forgets the key, because the result is known, or because another user signs in. */
    @Throws(IOException::class)
    fun clear() {
        Files.deleteIfExists(file)
    }

    private fun read(): Stored? =
        try {
            val lines = Files.readAllLines(file)
            if (lines.size == 2) Stored(lines[0], Instant.parse(lines[1])) else null
        } catch (_: java.nio.file.NoSuchFileException) {
            null
        } catch (_: DateTimeParseException) {
            null
        }

    /** Writes a new file, forces it to the disk, and puts it in the place of the old one. */
    private fun write(stored: Stored) {
        val next = file.resolveSibling("${file.fileName}.new")
        FileChannel.open(next, CREATE, WRITE, TRUNCATE_EXISTING).use { channel ->
            val bytes = ByteBuffer.wrap("${stored.key}\n${stored.createdAt}\n".toByteArray())
            while (bytes.hasRemaining()) {
                channel.write(bytes)
            }
            channel.force(true)
        }
        Files.move(next, file, ATOMIC_MOVE, REPLACE_EXISTING)
    }

    private class Stored(val key: String, val createdAt: Instant) {
        /** The service keeps results for 24 hours. Activating again later is a new, harmless change (D9). */
        fun isUsableAt(now: Instant): Boolean = now.isBefore(createdAt.plus(LIFETIME))
    }

    private companion object {
        val LIFETIME: Duration = Duration.ofHours(23)
    }
}
