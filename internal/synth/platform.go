package synth

import "iter"

// platformEvents are the activities at the service centres. Every member holds
// some, and the participants add up to the declared number.
func (d *demonstration) platformEvents() iter.Seq[[]string] {
	weights := make([]int, platformEvents)
	for i := range weights {
		weights[i] = between(stream(demonstrationSeed, ofTotals, -1-i), 20, 180)
	}
	participants := distribute(platformVisitors, weights)
	return count(platformEvents, func(i int) []string {
		r := stream(demonstrationSeed, ofEvent, i)
		return d.event("PD-X"+padded(i+1, 3), platformVenueID(i%platformVenues), d.pudong[i%platformMembers],
			r.IntN(len(d.services)), date(2007, 1, 10)+day(r.IntN(340)), participants[i], i)
	})
}
