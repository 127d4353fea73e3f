package io.github.withcdp.internal.difference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Cuts, doubles and moves what is in a list. */
final class Damage {

    private Damage() {}

    static <T> List<T> of(List<T> list, Random random) {
        var damaged = new ArrayList<>(list);
        int times = random.nextInt(6);
        for (int i = 0; i < times && !damaged.isEmpty(); i++) {
            int from = random.nextInt(damaged.size());
            int to = Math.min(damaged.size(), from + 1 + random.nextInt(10));
            switch (random.nextInt(4)) {
                case 0 -> damaged.subList(from, to).clear();
                case 1 -> damaged.addAll(from, List.copyOf(damaged.subList(from, to)));
                case 2 -> Collections.shuffle(damaged.subList(from, to), random);
                default -> damaged.add(damaged.remove(from));
            }
        }
        return damaged;
    }
}
