/**
 * What a bulk job needs of a journal, for hosts that keep the journal somewhere else than in a
 * file. Users of files and databases need only {@link
 * canon.cpp.cloudservice.bulk.BulkJob#journal(java.nio.file.Path)} and {@code JdbcJournal}.
 */
@NullMarked
package canon.cpp.cloudservice.bulk.journal;

import org.jspecify.annotations.NullMarked;
