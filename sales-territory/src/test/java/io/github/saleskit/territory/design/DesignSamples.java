package io.github.saleskit.territory.design;

import io.github.saleskit.core.support.SharedData;
import io.github.saleskit.territory.geo.GeoPoint;
import io.github.saleskit.territory.geo.PlanePoint;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Problems that the tests of this package share. */
public final class DesignSamples {

    private DesignSamples() {}

    /** Accounts on the plane with whole loads from 1 to 9. */
    public static List<TerritoryAccount> random(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<TerritoryAccount> accounts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            PlanePoint place = PlanePoint.of(random.nextInt(1000), random.nextInt(1000));
            accounts.add(TerritoryAccount.of("A" + i, place, "visits", 1 + random.nextInt(9)));
        }
        return accounts;
    }

    /** Accounts around Fiji, on both sides of the antimeridian. */
    public static List<TerritoryAccount> aroundFiji(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<TerritoryAccount> accounts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double longitude = 178 + random.nextDouble() * 4;
            GeoPoint place = GeoPoint.of(-19 + random.nextDouble() * 3, longitude > 180 ? longitude - 360 : longitude);
            accounts.add(TerritoryAccount.of("A" + i, place, "visits", 1 + random.nextInt(9)));
        }
        return accounts;
    }

    public static TerritoryProblem problem(List<TerritoryAccount> accounts, int territories, ActivityLimit... limits) {
        return TerritoryProblem.builder()
                .addAllAccounts(accounts)
                .addAllTerritories(Territory.numbered(territories))
                .addLimits(limits)
                .build();
    }

    /**
     * A benchmark instance of the capacitated p-median problem; the calling test is skipped where the data is absent.
     */
    public static TerritoryProblem benchmark(String name) {
        List<String> lines = SharedData.lines("territory/cpmp/" + name + ".dat");
        int territories = Integer.parseInt(words(lines.get(0))[1]);
        List<TerritoryAccount> accounts = new ArrayList<>();
        double capacity = 0;
        for (String line : lines.subList(1, lines.size())) {
            String[] words = words(line);
            if (words.length == 4) {
                capacity = Double.parseDouble(words[2]);
                PlanePoint place = PlanePoint.of(Double.parseDouble(words[0]), Double.parseDouble(words[1]));
                accounts.add(TerritoryAccount.of(
                        Integer.toString(accounts.size()), place, "demand", Double.parseDouble(words[3])));
            }
        }
        return problem(accounts, territories, ActivityLimit.atMost("demand", capacity));
    }

    private static String[] words(String line) {
        return line.trim().split("\\s+");
    }
}
