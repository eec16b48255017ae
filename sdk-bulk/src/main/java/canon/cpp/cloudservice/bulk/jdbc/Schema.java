package canon.cpp.cloudservice.bulk.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The tables; {@code docs/bulk.md} describes them. */
final class Schema {
  static final List<String> STATEMENTS =
      List.of(
          """
          create table if not exists cloudservice_bulk_job (
            name varchar(200) primary key,
            id varchar(100) not null,
            operation varchar(100) not null,
            parameters varchar not null,
            site varchar not null,
            account varchar not null,
            created_at timestamp with time zone not null,
            allowed_removals bigint,
            closings bigint not null,
            closed_until timestamp with time zone not null
          )""",
          """
          create table if not exists cloudservice_bulk_row (
            job varchar(200) not null references cloudservice_bulk_job on delete cascade,
            row_no bigint not null,
            input varchar not null,
            state varchar(10) not null,
            worker varchar(36),
            leased_until timestamp with time zone,
            idempotency_key varchar,
            key_account varchar,
            first_attempt_at timestamp with time zone,
            target varchar,
            etag varchar,
            result varchar(20),
            code varchar,
            message varchar,
            request_id varchar,
            finished_at timestamp with time zone,
            primary key (job, row_no)
          )""",
          """
          create index if not exists cloudservice_bulk_row_state
            on cloudservice_bulk_row (job, state, row_no)""");

  private Schema() {}

  static void create(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : STATEMENTS) {
        statement.execute(sql);
      }
    }
  }
}
