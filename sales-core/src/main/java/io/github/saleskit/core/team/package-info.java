/**
 * Who sells, when they work, and to whom they report.
 *
 * <p>{@link io.github.saleskit.core.team.SalesRep} is a person with weight, limits, skills in
 * {@link io.github.saleskit.core.team.SkillLevel}s and {@link io.github.saleskit.core.team.Absence}s;
 * {@link io.github.saleskit.core.team.Team} is several of them and their business hours. Both are a convenience:
 * engines work on the host's own types, and ask whether somebody works through the port
 * {@link io.github.saleskit.core.team.Availability}, which answers with a
 * {@link io.github.saleskit.core.team.WorkStatus}. {@link io.github.saleskit.core.team.TeamCalendar} is that port for a
 * team, and measures the working time of each rep. {@link io.github.saleskit.core.team.ReportingLines} say who reports
 * to whom, and a {@link io.github.saleskit.core.team.Ramp} how much a new rep carries.
 */
@NullMarked
package io.github.saleskit.core.team;

import org.jspecify.annotations.NullMarked;
