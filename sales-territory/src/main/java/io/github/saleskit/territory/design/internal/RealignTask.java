package io.github.saleskit.territory.design.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a plan is changed from, and how much is wanted.
 *
 * @param earlier id of the territory by id of the account; territories and accounts may be gone by now
 * @param successors today's territory of those that have another name now, or were merged into another
 * @param weight the measure that moves are weighed by; each counts 1 when absent
 * @param prices of a move of weight 1, as distances, in falling order; empty for a choice of them
 * @param points the most plans that are wanted, at least 1
 */
public record RealignTask(
        Map<String, String> earlier,
        Map<String, String> successors,
        Optional<String> weight,
        List<Double> prices,
        int points) {}
