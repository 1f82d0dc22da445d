using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;

namespace Hub.Domain.Tests.Sharing;

public sealed class ARuleThatFails
{
    public enum Place
    {
        Team,
        Agreements,
        SectorOf,
    }

    [Theory]
    [InlineData(Place.Team)]
    [InlineData(Place.Agreements)]
    [InlineData(Place.SectorOf)]
    public void Shows_nothing_and_puts_it_before_a_person(Place place)
    {
        var verdict = Decide(place, Sector.AdultMentalHealth);
        Assert.Equal(
            (Because.RuleError, true, true, false), (verdict.Because, verdict.NeedsDecision, verdict.Categories.IsEmpty, verdict.Untagged));
        Assert.Equal(Basis.Of([new Ground("person", 5)]), verdict.Basis);
    }

    [Theory]
    [InlineData(Place.Team)]
    [InlineData(Place.Agreements)]
    public void Leaves_every_other_recipient_as_it_was(Place place)
        => Assert.All(Enum.GetValues<Sector>().Where(s => s != Sector.AdultMentalHealth), sector => Assert.Equal(
            SharingPolicy.Decide(Book.AgencyOf(Sector.Police), Purpose.Safeguard, To(sector), Book.OfEverybody, Cast.Now), Decide(place, sector)));

    private static Verdict Decide(Place place, Sector sector)
        => SharingPolicy.Decide(Book.AgencyOf(Sector.Police), Purpose.Safeguard, To(sector), new Failing(Book.OfEverybody, place), Cast.Now);

    private static Recipient To(Sector sector) => Book.Recipient(Book.TeamOf(Book.AgencyOf(sector)), Role.TeamManager);

    /// <summary>A register that fails at one place when it is asked about adult mental health.</summary>
    private sealed class Failing(Book book, Place place) : ISharingFacts
    {
        private static readonly AgencyId Broken = Book.AgencyOf(Sector.AdultMentalHealth);

        public TeamFacts? Team(TeamId team) => place == Place.Team && team.Agency == Broken ? throw new InvalidOperationException() : book.Team(team);

        public IReadOnlyList<AgreementFacts> Agreements(AgencyId holder, AgencyId recipient)
            => place == Place.Agreements && recipient == Broken ? throw new InvalidOperationException() : book.Agreements(holder, recipient);

        public Sector? SectorOf(AgencyId agency) => place == Place.SectorOf ? throw new InvalidOperationException() : book.SectorOf(agency);
    }
}
