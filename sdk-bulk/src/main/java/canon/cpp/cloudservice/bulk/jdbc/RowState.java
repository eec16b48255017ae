package canon.cpp.cloudservice.bulk.jdbc;

/** What a row waits for. The names are values in the database. */
enum RowState {
  /** To be sent; for a removal, to be read. */
  OPEN,
  /** To be removed, after it was read. */
  FOUND,
  /** To be settled once more, because its outcome is unknown. */
  UNKNOWN,
  /** For nothing, unless another run tries it again. */
  ENDED
}
