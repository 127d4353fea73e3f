package io.github.withcdp.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.recording.FilmFrame;
import io.github.withcdp.protocol.SessionId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which pictures of a film are kept. */
class FilmTests {

    private static final SessionId PAGE = new SessionId("P");
    private static final SessionId POPUP = new SessionId("Q");

    private final Film film = new Film();

    @Test
    void keeps_pictures_in_the_order_of_their_times() {
        add(PAGE, 1_000, 1);
        add(PAGE, 3_000, 1);
        add(PAGE, 2_000, 1);

        assertThat(times()).containsExactly(1_000L, 2_000L, 3_000L);
    }

    @Test
    void keeps_the_first_and_the_last_of_what_changes_fast() {
        for (int at = 0; at <= 250; at += 10) {
            add(PAGE, at, 1);
        }

        assertThat(times()).containsExactly(0L, 90L, 180L, 250L);
    }

    @Test
    void keeps_what_another_page_looked_like_meanwhile() {
        add(PAGE, 0, 1);
        add(POPUP, 10, 1);
        add(PAGE, 20, 1);
        add(POPUP, 30, 1);

        assertThat(times()).containsExactly(0L, 10L, 20L, 30L);
    }

    @Test
    void keeps_no_more_than_the_last_of_many() {
        for (int i = 0; i < Film.MOST + 10; i++) {
            add(PAGE, i * 1_000L, 1);
        }

        assertThat(times()).hasSize(Film.MOST).startsWith(10_000L);
    }

    @Test
    void keeps_no_more_than_there_is_room_for() {
        for (int i = 0; i < 10; i++) {
            add(PAGE, i * 1_000L, Film.ALL_TOGETHER / 3);
        }

        assertThat(times()).containsExactly(7_000L, 8_000L, 9_000L);
    }

    private void add(SessionId session, long millis, int bytes) {
        film.add(new FilmFrame(session, Duration.ofMillis(millis), new byte[bytes]));
    }

    private List<Long> times() {
        return film.frames().stream().map(frame -> frame.elapsed().toMillis()).toList();
    }
}
