using Hub.Contracts.Probing;
using Hub.Silo.Probing;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Hub.Silo.Tests.Probing;

/// <summary>The count of one practitioner: three are heard of, five are most by reference, seven registrations.</summary>
public sealed class WhomAPractitionerAskedFor
{
    private readonly FakeTimeProvider time = new(DateTimeOffset.UnixEpoch.AddYears(57));
    private readonly AskedPeople asked = new(new ProbingOptions { AlarmAt = 3, RefuseAt = 5, RefuseRegistrationsAt = 7 });

    [Fact]
    public void Is_heard_of_once_and_ends_with_the_limit()
        => Assert.Equal(
            [Asked.Counted, Asked.Counted, Asked.Alarming, Asked.Counted, Asked.Counted, Asked.Refused, Asked.Refused],
            Enumerable.Range(1, 7).Select(p => Read(p)));

    [Fact]
    public void May_be_asked_for_again_at_the_limit()
    {
        Read(1, 2, 3, 4, 5);
        Assert.Equal(Asked.Refused, Read(6));
        Assert.Equal(Asked.Counted, Read(1));
        Assert.Equal(Asked.Counted, Write(2));
        Assert.Equal(5, asked.All);
    }

    [Fact]
    public void Counts_for_an_hour_since_it_was_asked_for_last()
    {
        Read(1, 2, 3, 4);
        Pass(30);
        Read(5, 1);
        Pass(29);
        Assert.Equal(Asked.Refused, Read(6));
        Pass(1);
        Assert.Equal([Asked.Alarming, Asked.Counted, Asked.Counted, Asked.Refused], Enumerable.Range(6, 4).Select(p => Read(p)));
        Assert.Equal(5, asked.All);
    }

    [Fact]
    public void Is_heard_of_again_after_an_hour()
    {
        Read(1, 2, 3);
        Pass(59);
        Assert.Equal(Asked.Counted, Read(1, 2, 3));
        Pass(1);
        Assert.Equal(Asked.Alarming, Read(1));
    }

    [Fact]
    public void Is_one_person_by_a_registration_and_by_the_reference_that_it_was_answered_with()
    {
        Register(1);
        Register(2);
        Write(1);
        Assert.Equal(2, asked.All);
        Read(1, 2);
        Assert.Equal(2, asked.All);
    }

    [Fact]
    public void Is_registered_and_written_about_beyond_the_limit_of_references_and_not_read()
    {
        for (var person = 1; person <= 7; person++)
        {
            Assert.NotEqual(Asked.Refused, Register(person));
            Assert.Equal(Asked.Counted, Write(person));
        }

        Assert.Equal((Asked.Refused, 7), (Register(8), asked.All));
        Assert.Equal(Asked.Counted, Read(1, 2, 3, 4, 5));
        Assert.Equal(Asked.Refused, Read(6));
        Assert.Equal(Asked.Counted, Write(6));
    }

    [Fact]
    public void Is_two_people_where_two_records_were_sent_whoever_answered()
    {
        var others = new AskedPeople(new ProbingOptions { AlarmAt = 3, RefuseAt = 5, RefuseRegistrationsAt = 7 });
        foreach (var (people, second) in new[] { (asked, 1), (others, 2) })
        {
            people.Ask(new AskedPerson(101), Asks.Registering, time.GetUtcNow());
            people.Registered(new AskedPerson(101), new AskedPerson(1), time.GetUtcNow());
            people.Ask(new AskedPerson(102), Asks.Registering, time.GetUtcNow());
            people.Registered(new AskedPerson(102), new AskedPerson((ulong)second), time.GetUtcNow());
            people.Ask(new AskedPerson((ulong)second), Asks.Writing, time.GetUtcNow());
        }

        Assert.Equal((2, 2), (asked.All, others.All));
    }

    [Fact]
    public void Is_one_more_with_each_person_that_one_registration_made()
    {
        // Nothing but a name: each time somebody else is registered.
        for (var person = 1; person <= 7; person++)
        {
            asked.Ask(new AskedPerson(100), Asks.Registering, time.GetUtcNow());
            asked.Registered(new AskedPerson(100), new AskedPerson((ulong)person), time.GetUtcNow());
            Assert.Equal(person, asked.All);
        }

        Assert.Equal(Asked.Refused, asked.Ask(new AskedPerson(100), Asks.Registering, time.GetUtcNow()));
    }

    [Fact]
    public void Is_forgotten_whole_after_an_hour_however_it_was_asked_for()
    {
        Register(1);
        Register(2);
        Read(1, 3);
        Write(4);
        Pass(60);
        Read(9);
        Assert.Equal(1, asked.All);
        Assert.Equal([Asked.Counted, Asked.Alarming, Asked.Counted, Asked.Counted, Asked.Refused], Enumerable.Range(10, 5).Select(p => Read(p)));
    }

    private Asked Read(params int[] people) => people.Select(p => asked.Ask(new AskedPerson((ulong)p), Asks.Reading, time.GetUtcNow())).ToList()[^1];

    private Asked Write(int person) => asked.Ask(new AskedPerson((ulong)person), Asks.Writing, time.GetUtcNow());

    private Asked Register(int person)
    {
        var became = asked.Ask(new AskedPerson((ulong)(100 + person)), Asks.Registering, time.GetUtcNow());
        asked.Registered(new AskedPerson((ulong)(100 + person)), new AskedPerson((ulong)person), time.GetUtcNow());
        return became;
    }

    private void Pass(int minutes) => time.Advance(TimeSpan.FromMinutes(minutes));
}
